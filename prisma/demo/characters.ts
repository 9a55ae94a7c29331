import type { Employment } from "~/domain/people/people-batch";

export interface Character {
  staffCode: string;
  fullName: string;
  employment: Employment;
}

const character = (number: number, fullName: string, employment: Employment = "civil-servant"): Character => ({
  staffCode: `VSS-${String(number).padStart(5, "0")}`,
  fullName,
  employment,
});

/** People the demo accounts and stories are about. All invented, like everyone in the demo. */
export const CHARACTERS = {
  /** began as communication officer of Hưng Yên five days before the demo's date */
  newOfficer: character(1, "Vũ Thị Hải Yến", "public-employee"),
  /** focal point of Đà Nẵng since 14/09/2026 */
  focalDaNang: character(2, "Trần Đình Khôi"),
  hrCentral: character(3, "Nguyễn Thị Bích Liên"),
  hrHungYen: character(4, "Đỗ Minh Thư"),
  leaderHungYen: character(5, "Phạm Quang Tuyến"),
  /** author of courses and owner of the programmes */
  programmeOwner: character(6, "Lê Diễm Hằng"),
  administrator: character(7, "Hoàng Trung Kiên", "public-employee"),
  inspector: character(8, "Đặng Thị Mai Sương"),
  oneStopHungYen: character(9, "Bùi Thị Lụa", "contract"),
  collaboratorHungYen: character(10, "Nguyễn Văn Chuyên", "collaborator"),
  focalThanhHoa: character(11, "Lê Sỹ Hoàn"),
  /** bears another name since 01/06/2024 */
  renamed: character(12, "Trịnh Thị Ngọc Ly"),
  examOfficer: character(13, "Phan Thị Thanh Trúc"),
  approver: character(14, "Vương Đức Thịnh"),
  firstMarker: character(15, "Ngô Thị Hồng Vân"),
  secondMarker: character(16, "Tạ Quốc Bảo"),
  signatory: character(17, "Đinh Thị Ngọc Lan"),
} as const satisfies Record<string, Character>;

/** Staff codes of everyone else begin after this number. */
export const LAST_CHARACTER_NUMBER = 20;
