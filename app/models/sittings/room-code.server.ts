import { createHash, randomInt, timingSafeEqual } from "node:crypto";
import { asRoomCode, ROOM_CODE_LENGTH, ROOM_CODE_SIGNS } from "~/domain/assessment/sitting";
import { giveBack, openCounter, takeFrom } from "../access/throttle-database.server";

/** Guesses of a person at room codes. */
const tries = () => openCounter({ tableName: "room_code_by_person", points: 10, duration: 10 * 60 });

export type RoomCodeAnswer = "right" | "wrong" | "too-many-tries";

/**
 * Compares what was typed with the code, in the same time whatever it is; the try is counted BEFORE, so that parallel tries cannot
 * slip past the limit, and given back when it was right.
 */
export async function compareRoomCode(personId: number, code: string, typed: string): Promise<RoomCodeAnswer> {
  const counter = await tries();
  const key = String(personId);
  if ((await takeFrom(counter, key)).waitSeconds > 0) return "too-many-tries";
  if (!timingSafeEqual(hashed(asRoomCode(code)), hashed(asRoomCode(typed)))) return "wrong";
  await giveBack(counter, key);
  return "right";
}

export function newRoomCode(): string {
  return Array.from({ length: ROOM_CODE_LENGTH }, () => ROOM_CODE_SIGNS.charAt(randomInt(ROOM_CODE_SIGNS.length))).join(
    "",
  );
}

function hashed(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
