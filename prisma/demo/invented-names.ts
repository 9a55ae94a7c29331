import type { SeededRandom } from "./seeded-random";

/** Words from which names are made up; whoever bears such a name is not meant. */
interface NameWords {
  family: readonly string[];
  women: { middle: readonly string[]; given: readonly string[] };
  men: { middle: readonly string[]; given: readonly string[] };
}

const list = (words: string) => words.split(", ");

const KINH: NameWords = {
  family: list(
    "Nguyễn, Nguyễn, Nguyễn, Nguyễn, Nguyễn, Nguyễn, Nguyễn, Nguyễn, Trần, Trần, Trần, Lê, Lê, Lê, Phạm, Phạm, Hoàng, Huỳnh, Phan, Vũ, Võ, Đặng, Bùi, Đỗ, Hồ, Ngô, Dương, Đinh, Đoàn, Mai, Trịnh, Tạ, Cao, Đào, Lưu, Tống, Hà, Chu, Thái, Kiều, Phùng, Nghiêm, Doãn, Ưng",
  ),
  women: {
    middle: list(
      "Thị, Thị, Thị Thu, Thị Thanh, Thị Ngọc, Thị Bích, Thị Kim, Thị Hồng, Thị Mỹ, Thị Diệu, Thanh, Ngọc, Thùy, Phương, Khánh, Hoài, Quỳnh, Tường, Bảo, Thảo",
    ),
    given: list(
      "Hương, Lan, Nguyệt, Thúy, Yến, Oanh, Loan, Hạnh, Nhung, Trang, Quyên, Thảo, Vy, Ngân, Diệp, Uyên, Như, Tuyết, Xuyến, Duyên, Hiền, Lụa, Thơm, Mơ, Ánh, Sương, Thắm, Châu, Ly, Tâm, Trâm, Ân, Đào, Ý, Ái",
    ),
  },
  men: {
    middle: list(
      "Văn, Văn, Đức, Hữu, Xuân, Công, Đình, Quốc, Thành, Viết, Ngọc, Thế, Bá, Đăng, Khắc, Duy, Nhật, Tiến, Hoàng, Thanh, Trung, Gia",
    ),
    given: list(
      "Tuấn, Nam, Quân, Khoa, Bách, Đạt, Điền, Đông, Hiếu, Khánh, Kiên, Khiêm, Luân, Lộc, Lượng, Nghĩa, Nhân, Phong, Phú, Quý, Thạch, Thịnh, Thuận, Tiệp, Toàn, Trác, Trí, Tùng, Tú, Việt, Vinh, Vũ, An, Ẩn, Ổn, Ước",
    ),
  },
};

const TAY: NameWords = {
  family: list("Nông, Hoàng, Lý, Bế, Hứa, Lục, Ma, Đàm, Lộc, Vi, Triệu, Lương"),
  women: {
    middle: list("Thị, Thị, Thị Thu, Thị Bích, Thùy"),
    given: list("Huế, Lan, Niềm, Thoa, Xoan, Hoan, Điệp, Thêu, Ngoan, Mến"),
  },
  men: {
    middle: list("Văn, Văn, Ích, Đình, Quang"),
    given: list("Páo, Thụ, Slủng, Hiệu, Thuyên, Khuyến, Đoạt, Huấn, Tướng, Điện"),
  },
};

const THAI: NameWords = {
  family: list("Lò, Cà, Quàng, Lường, Tòng, Vì, Cầm, Bạc, Điêu, Hoàng"),
  women: { middle: list("Thị, Thị, Thị Thu"), given: list("Xiên, Pâng, Hặc, Inh, Ương, Phượng, Thiện, Đôi, Panh") },
  men: { middle: list("Văn, Văn, Văn, Ngọc"), given: list("Piếng, Ngoan, Hặc, Thoán, Yên, Ún, Chiến, Phanh, Xôm") },
};

const HMONG: NameWords = {
  family: list("Giàng, Sùng, Vàng, Lầu, Thào, Hạng, Mùa, Vừ, Cứ, Ly"),
  women: { middle: list("Thị"), given: list("Mỷ, Dợ, Chở, Sua, Mảy, Dính, Sông, Pàng") },
  men: { middle: list("A"), given: list("Páo, Chứ, Lử, Tủa, Dơ, Sính, Vảng, Khua") },
};

const DAO: NameWords = {
  family: list("Triệu, Bàn, Đặng, Phàn, Chảo, Lý"),
  women: { middle: list("Mùi, Thị, Tả"), given: list("Mẩy, Coi, Pham, Nái, Chiêm, Khé") },
  men: { middle: list("Tài, Văn, Kim, Phúc"), given: list("Tuyên, Sơn, Lẩy, Vảng, Chòi, Kinh") },
};

const MUONG: NameWords = {
  family: list("Bùi, Đinh, Quách, Hà, Bạch, Phùng, Trương"),
  women: { middle: list("Thị, Thị, Thị Kim"), given: list("Ươm, Nhiên, Dệt, Thiềm, Chinh, Ến, Hoè, Tươi") },
  men: { middle: list("Văn, Công, Mạnh, Thanh"), given: list("Ỉnh, Dương, Khiêm, Nhượng, Rèn, Tiệp, Ưởng, Thiệp") },
};

const CHAM: NameWords = {
  family: list("Bá, Đàng, Lưu, Quảng, Thành, Châu, Đạo, Báo"),
  women: { middle: list("Thị, Thị Mỹ, Nữ"), given: list("Thoan, Trinh, Bạch, Xâm, Diễm, Hợi") },
  men: { middle: list("Văn, Đại, Ngọc, Trung"), given: list("Phô, Hiếu, Đảo, Xuân, Thông, Kỷ") },
};

const KHMER: NameWords = {
  family: list("Thạch, Sơn, Kim, Danh, Lâm, Châu, Tăng, Lý"),
  women: { middle: list("Thị, Thị, Sa, Thị Sô"), given: list("Rây, Phal, Thia, Rươne, Diệp, Oanh, Phượng, Đa") },
  men: { middle: list("Minh, Hoàng, Văn, Sà"), given: list("Rương, Sua, Thươl, Rithy, Khêl, Đara, Thuận, Phước") },
};

/** Names that do not follow family – middle – given; as they are written. */
const EDE = list(
  "H'Liên Niê, H'Nguyệt Êban, H'Bia Mlô, H'Wen Ayŭn, H'Juăn Kbuôr, Y Thắng Byă, Y Khoa Mlô, Y Ngun Niê, Y Bhiông Êñuôl, H'Ŏ Ktla",
);
const JRAI = list(
  "Siu H'Nhi, Ksor H'Lan, Rơ Châm H'Yeo, Rah Lan Thủy, Siu Thuyên, Kpă Đôl, Rơ Mah Tuân, Nay Phiên, Đinh Thị Hyưh",
);
const KOHO = list("Ka Hương, Ka Brèm, K'Tiến, K'Brôi, Kơ Să Ha Đứt, Liêng Hót Ka Sim, Rơ Ông K'Să, Cil Múp Ha Krang");

/** By area key, what else than Kinh names are common there, and with what share. */
const LOCAL: Record<string, { share: number; names: readonly (NameWords | readonly string[])[] }> = {
  "cao-bang": { share: 0.75, names: [TAY, TAY, DAO, HMONG] },
  "lang-son": { share: 0.7, names: [TAY] },
  "tuyen-quang-2025": { share: 0.55, names: [TAY, HMONG, DAO] },
  "thai-nguyen-2025": { share: 0.4, names: [TAY] },
  "lao-cai-2025": { share: 0.5, names: [HMONG, DAO, TAY] },
  "dien-bien": { share: 0.65, names: [THAI, HMONG] },
  "lai-chau": { share: 0.65, names: [THAI, HMONG, DAO] },
  "son-la": { share: 0.65, names: [THAI, THAI, HMONG] },
  "phu-tho-2025": { share: 0.3, names: [MUONG] },
  "thanh-hoa": { share: 0.15, names: [MUONG, THAI] },
  "nghe-an": { share: 0.15, names: [THAI] },
  "khanh-hoa-2025": { share: 0.2, names: [CHAM] },
  "gia-lai-2025": { share: 0.35, names: [JRAI] },
  "dak-lak-2025": { share: 0.4, names: [EDE] },
  "lam-dong-2025": { share: 0.3, names: [KOHO, CHAM] },
  "vinh-long-2025": { share: 0.25, names: [KHMER] },
  "can-tho-2025": { share: 0.2, names: [KHMER] },
  "ca-mau-2025": { share: 0.2, names: [KHMER] },
  "an-giang-2025": { share: 0.25, names: [KHMER, CHAM] },
};

/** Makes up a full name, not used yet, as it could be borne in the area of the key (null: anywhere). */
export function inventName(random: SeededRandom, areaKey: string | null, used: ReadonlySet<string>): string {
  for (;;) {
    const local = areaKey === null ? undefined : LOCAL[areaKey];
    const words = local && random.chance(local.share) ? random.pick(local.names) : KINH;
    const name = isNameWords(words) ? compose(random, words) : random.pick(words);
    if (!used.has(name)) return name;
  }
}

function isNameWords(words: NameWords | readonly string[]): words is NameWords {
  return "family" in words;
}

function compose(random: SeededRandom, words: NameWords): string {
  const { middle, given } = random.chance(0.58) ? words.women : words.men;
  const family = random.pick(words.family);
  const between = random.pick(middle.filter((word) => word !== family));
  const last = random.pick(given.filter((word) => !between.endsWith(word)));
  return `${family} ${between} ${last}`;
}
