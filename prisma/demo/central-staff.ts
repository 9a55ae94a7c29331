import { CHARACTERS } from "./characters";
import type { Roster } from "./roster";

const CENTRE_REORGANISED = "2025-03-01";

/** Posts and people of the central and the special units. Where each kind of work sits is invented for the demo. */
export function staffCentre(roster: Roster): void {
  communication(roster);
  personnel(roster);
  const { random } = roster;

  const office = roster.unit("van-phong");
  roster.hold(roster.person({ employment: "civil-servant" }), roster.post(office, "leader"), "2021-05-04");
  for (const position of ["external-relations-officer", "external-relations-officer", "interpreter"]) {
    const person = roster.person({ employment: "civil-servant" });
    const before = roster.post(roster.unit("vu-hop-tac-quoc-te"), position);
    roster.hold(person, before, roster.day("2018-01-01", "2023-12-31"));
    roster.hold(person, roster.post(office, position, { from: CENTRE_REORGANISED }), CENTRE_REORGANISED);
  }

  const technology = roster.unit("trung-tam-cong-nghe-thong-tin-va-chuyen-doi-so");
  roster.hold(roster.person({ employment: "public-employee" }), roster.post(technology, "leader"), CENTRE_REORGANISED);
  roster.hold(roster.character(CHARACTERS.administrator), roster.post(technology, "editor"), "2025-04-14");

  const inspectorate = roster.unit("thanh-tra");
  roster.hold(roster.person({ employment: "civil-servant" }), roster.post(inspectorate, "leader"), CENTRE_REORGANISED);
  const deputy = roster.post(inspectorate, "leader", { deputy: true });
  roster.hold(roster.character(CHARACTERS.inspector), deputy, "2025-06-02");

  for (const key of ["ban-thuc-hien-chinh-sach-bhxh", "ban-thuc-hien-chinh-sach-bhyt", "ban-phap-che"]) {
    const unit = roster.unit(key);
    roster.hold(roster.person({ employment: "civil-servant" }), roster.post(unit, "leader"), CENTRE_REORGANISED);
    const officer = roster.post(unit, "communication-officer");
    if (random.chance(0.7)) roster.hold(roster.person(), officer, roster.day("2025-03-01", "2026-09-01"));
  }
  for (const key of ["bhxh-bo-quoc-phong", "bhxh-cong-an-nhan-dan"]) {
    const officer = roster.post(roster.unit(key), "communication-officer");
    roster.hold(roster.person({ withEmail: 0 }), officer, roster.day("2019-01-01", "2025-12-31"));
  }
  // those who keep the questions and the exams
  for (const [character, key, position] of [
    [CHARACTERS.examOfficer, "ban-to-chuc-can-bo", "hr-officer"],
    [CHARACTERS.approver, "ban-phap-che", "editor"],
    [CHARACTERS.firstMarker, "ban-thuc-hien-chinh-sach-bhxh", "editor"],
    [CHARACTERS.secondMarker, "ban-thuc-hien-chinh-sach-bhyt", "editor"],
  ] as const) {
    roster.hold(roster.character(character), roster.post(roster.unit(key), position), "2025-06-02");
  }
  const deputyHead = roster.post(roster.unit("ban-to-chuc-can-bo"), "leader", { deputy: true });
  roster.hold(roster.character(CHARACTERS.signatory), deputyHead, "2025-06-02");
}

/** Those who worked in the communication centre and the newspaper came over in 2025. */
function communication(roster: Roster): void {
  const unit = roster.unit("ban-tuyen-truyen-va-ho-tro-nguoi-tham-gia");
  const centre = roster.unit("trung-tam-truyen-thong");
  const newspaper = roster.unit("bao-bhxh");

  const cameOver = (person: string, from: typeof centre, position: string, deputy = false) => {
    roster.hold(person, roster.post(from, position, { deputy }), roster.day("2018-03-01", "2023-06-30"));
    roster.hold(person, roster.post(unit, position, { deputy }), CENTRE_REORGANISED);
  };
  cameOver(roster.person({ employment: "civil-servant" }), centre, "leader");
  cameOver(roster.person({ employment: "civil-servant" }), centre, "leader", true);
  cameOver(roster.character(CHARACTERS.programmeOwner), centre, "editor");
  cameOver(roster.person(), newspaper, "editor");
  cameOver(roster.person(), newspaper, "editor");
  for (let count = 0; count < 3; count++) cameOver(roster.person(), centre, "communication-officer");
  for (let count = 0; count < 2; count++) {
    roster.hold(roster.person(), roster.post(unit, "communication-officer"), roster.day("2025-09-01", "2026-10-31"));
  }
  // one place is free
  roster.post(unit, "communication-officer");
}

function personnel(roster: Roster): void {
  const unit = roster.unit("ban-to-chuc-can-bo");
  const before = roster.unit("vu-to-chuc-can-bo");
  roster.hold(roster.person({ employment: "civil-servant" }), roster.post(unit, "leader"), CENTRE_REORGANISED);
  for (const officer of [roster.character(CHARACTERS.hrCentral), roster.person({ employment: "civil-servant" })]) {
    roster.hold(officer, roster.post(before, "hr-officer"), roster.day("2018-09-01", "2022-12-31"));
    roster.hold(officer, roster.post(unit, "hr-officer"), CENTRE_REORGANISED);
  }
}
