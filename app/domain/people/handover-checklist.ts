import type { Bilingual } from "~/domain/text/bilingual";
import type { CivilDate } from "~/domain/time/civil-date";

/** One thing that the outgoing holder hands on and the incoming one takes over. The key is never given to another thing. */
export interface ChecklistItem extends Bilingual {
  key: string;
}

/** What is handed over, as it stands from a day on; a handover keeps the list that it was begun with. */
const LISTS: readonly { from: CivilDate; items: readonly ChecklistItem[] }[] = [
  {
    from: "2017-01-01",
    items: [
      {
        key: "channel-accounts",
        vi: "Tài khoản quản trị các kênh truyền thông (trang web, mạng xã hội, thư điện tử dùng chung), kèm danh sách người đang có quyền",
        en: "Administrator accounts of the communication channels (website, social media, shared mailboxes), with the list of who has access",
      },
      {
        key: "passwords",
        vi: "Mật khẩu dùng chung đã được người nhận đổi sau khi tiếp nhận",
        en: "Shared passwords, changed by the incoming officer after taking over",
      },
      {
        key: "press-contacts",
        vi: "Danh bạ báo chí, cơ quan phối hợp và đối tác nước ngoài",
        en: "Contacts of the press, partner agencies and partners abroad",
      },
      {
        key: "open-files",
        vi: "Hồ sơ làm rõ thông tin và câu hỏi của báo chí đang xử lý, kèm thời hạn trả lời",
        en: "Open files of information to clarify and questions from the press, with the days by which to answer",
      },
      {
        key: "plans",
        vi: "Kế hoạch truyền thông, thông tin đối ngoại của năm và các báo cáo sắp đến hạn",
        en: "The year's plans for communication and foreign information, and the reports that fall due",
      },
      {
        key: "publications",
        vi: "Kho ảnh, phim, bài viết và quyền sử dụng; tin bài đang chờ duyệt",
        en: "Photos, films and texts with the rights to use them; items that wait for approval",
      },
      {
        key: "confidential",
        vi: "Tài liệu có độ mật theo sổ theo dõi, hoặc xác nhận không có",
        en: "Classified documents by the register, or a statement that there are none",
      },
      {
        key: "equipment",
        vi: "Thiết bị, con dấu, thẻ tác nghiệp được giao",
        en: "Equipment, stamps and passes that were entrusted",
      },
    ],
  },
];

/** The list that holds on a day; before the first day, the first one. */
export function checklistOn(date: CivilDate): readonly ChecklistItem[] {
  return (LISTS.findLast(({ from }) => from <= date) ?? LISTS[0])?.items ?? [];
}

export const HANDOVER_SIDES = ["outgoing", "incoming"] as const;
export type HandoverSide = (typeof HANDOVER_SIDES)[number];

export interface Confirmation {
  item: string;
  side: HandoverSide;
}

export interface HandoverState {
  /** items that a side has not confirmed yet */
  left: Record<HandoverSide, number>;
  complete: boolean;
}

/** How far a handover is. Where nobody hands over (the post was vacant), only the incoming side counts. */
export function handoverState(
  items: readonly Pick<ChecklistItem, "key">[],
  confirmations: readonly Confirmation[],
  hasOutgoing: boolean,
): HandoverState {
  const leftOf = (side: HandoverSide) =>
    items.filter(({ key }) => !confirmations.some((each) => each.side === side && each.item === key)).length;
  const left = { outgoing: hasOutgoing ? leftOf("outgoing") : 0, incoming: leftOf("incoming") };
  return { left, complete: left.outgoing + left.incoming === 0 };
}
