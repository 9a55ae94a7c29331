import { type AddressInfo, createServer, type Server } from "node:net";
import { afterEach, expect, it } from "vitest";
import { mailIsSet, sendMail } from "./mail.server";

let server: Server | null = null;

afterEach(() => {
  delete process.env.SMTP_URL;
  server?.close();
  server = null;
});

/** A mail server that takes everything; what it took comes with the promise. */
async function mailServer(): Promise<{ url: string; taken: Promise<string> }> {
  let take: (letter: string) => void;
  const taken = new Promise<string>((resolve) => {
    take = resolve;
  });
  const listening = createServer((socket) => {
    let letter: string | null = null;
    socket.write("220 test\r\n");
    socket.on("data", (data) => {
      if (letter === null && /^DATA/i.test(data.toString())) {
        letter = "";
        socket.write("354 go on\r\n");
      } else if (letter !== null) {
        letter += data.toString();
        if (!letter.endsWith("\r\n.\r\n")) return;
        take(letter);
        letter = null;
        socket.write("250 taken\r\n");
      } else socket.write("250 fine\r\n");
    });
  });
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  return { url: `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`, taken };
}

it("sends a letter in Vietnamese as plain text", async () => {
  const { url, taken } = await mailServer();
  process.env.SMTP_URL = url;
  expect(mailIsSet()).toBe(true);
  await sendMail({ to: "mau@caunoi.example", subject: "Mật khẩu", text: "Kính gửi Ông/Bà" });
  const letter = await taken;
  expect(letter).toContain("To: mau@caunoi.example");
  // quoted-printable: bytes as "=E1=BA=AD"
  const readable = letter.replaceAll(/(?:=[0-9A-F]{2})+/g, (bytes) =>
    Buffer.from(bytes.replaceAll("=", ""), "hex").toString(),
  );
  expect(readable).toContain("Subject: =?UTF-8?Q?Mật_khẩu?=");
  expect(readable).toContain("\r\n\r\nKính gửi Ông/Bà\r\n");
  expect(letter).toContain("Content-Type: text/plain");
});

it("refuses where no mail server is set", async () => {
  expect(mailIsSet()).toBe(false);
  await expect(sendMail({ to: "mau@caunoi.example", subject: "", text: "" })).rejects.toThrow(/No mail server/);
});

it("fails when the mail server cannot be reached", async () => {
  process.env.SMTP_URL = "smtp://127.0.0.1:1";
  await expect(sendMail({ to: "mau@caunoi.example", subject: "", text: "" })).rejects.toThrow();
});
