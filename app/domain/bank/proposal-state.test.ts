import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isClosedProposal,
  needsWords,
  PROPOSAL_EVENTS,
  PROPOSAL_KINDS,
  type ProposalAct,
  type ProposalEventKind,
  type ProposalParty,
  type ProposalState,
  possibleProposalActs,
  standingOfProposal,
} from "./proposal-state";

const AUTHOR = 1;
const SECOND_AUTHOR = 2;
const APPROVER = 3;

const events = (...given: [ProposalEventKind, number][]) =>
  given.map(([kind, accountId], index) => ({
    id: index + 10,
    kind,
    accountId,
    at: `2026-11-0${index + 1}T00:00:00.000Z`,
  }));

describe("standingOfProposal", () => {
  const cases: [string, [ProposalEventKind, number][], ProposalState, number[]][] = [
    ["nothing happened", [], "draft", []],
    ["written", [["written", AUTHOR]], "draft", [AUTHOR]],
    [
      "proposed",
      [
        ["written", AUTHOR],
        ["proposed", AUTHOR],
      ],
      "proposed",
      [AUTHOR],
    ],
    [
      "proposed by another author",
      [
        ["written", AUTHOR],
        ["proposed", SECOND_AUTHOR],
      ],
      "proposed",
      [AUTHOR, SECOND_AUTHOR],
    ],
    [
      "returned",
      [
        ["written", AUTHOR],
        ["proposed", AUTHOR],
        ["returned", APPROVER],
      ],
      "returned",
      [AUTHOR],
    ],
    [
      "written anew while it waits: to be proposed anew",
      [
        ["written", AUTHOR],
        ["proposed", AUTHOR],
        ["written", SECOND_AUTHOR],
      ],
      "draft",
      [AUTHOR, SECOND_AUTHOR],
    ],
    [
      "approved; what comes after does not count",
      [
        ["written", AUTHOR],
        ["proposed", AUTHOR],
        ["approved", APPROVER],
        ["written", SECOND_AUTHOR],
      ],
      "approved",
      [AUTHOR],
    ],
    [
      "withdrawn",
      [
        ["written", AUTHOR],
        ["withdrawn", AUTHOR],
        ["approved", APPROVER],
      ],
      "withdrawn",
      [AUTHOR],
    ],
  ];
  it.each(cases)("%s", (_, given, state, hands) => {
    const standing = standingOfProposal(events(...given));
    expect(standing.state).toBe(state);
    expect([...standing.hands]).toEqual(hands);
  });

  it("tells since when, and which event was the last that counts", () => {
    const standing = standingOfProposal(
      events(["written", AUTHOR], ["proposed", AUTHOR], ["rejected", APPROVER], ["approved", APPROVER]),
    );
    expect(standing).toMatchObject({ since: "2026-11-03T00:00:00.000Z", last: 12 });
  });
});

describe("possibleProposalActs", () => {
  const author: ProposalParty = { edits: true, reviews: false, hand: true };
  const colleague: ProposalParty = { edits: true, reviews: false, hand: false };
  const approver: ProposalParty = { edits: false, reviews: true, hand: false };
  const both: ProposalParty = { edits: true, reviews: true, hand: true };
  const reader: ProposalParty = { edits: false, reviews: false, hand: false };
  const cases: [string, "new" | "change" | "retire", ProposalState, ProposalParty, ProposalAct[]][] = [
    ["an author's draft", "change", "draft", author, ["write", "propose", "withdraw"]],
    ["a colleague's draft", "new", "draft", colleague, ["write", "propose"]],
    ["a draft is not the approver's yet", "change", "draft", approver, []],
    ["it waits: the author may write on", "change", "proposed", author, ["write", "withdraw"]],
    ["it waits for the approver", "change", "proposed", approver, ["approve", "return", "reject"]],
    ["whoever wrote it does not decide", "change", "proposed", both, ["write", "withdraw"]],
    ["returned", "change", "returned", author, ["write", "propose", "withdraw"]],
    ["nothing is written where a question is taken out", "retire", "returned", author, ["propose", "withdraw"]],
    ["readers only read", "change", "proposed", reader, []],
    ["what is approved stays", "change", "approved", both, []],
    ["what is withdrawn stays", "change", "withdrawn", author, []],
  ];
  it.each(cases)("%s", (_, kind, state, party, acts) => {
    expect(possibleProposalActs(kind, state, party)).toEqual(acts);
  });

  it("never lets a hand in it decide, nor anybody once it is closed", () => {
    const history = fc.array(fc.tuple(fc.constantFrom(...PROPOSAL_EVENTS), fc.integer({ min: 1, max: 4 })), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...PROPOSAL_KINDS),
        history,
        fc.integer({ min: 1, max: 4 }),
        fc.boolean(),
        fc.boolean(),
        (kind, given, account, edits, reviews) => {
          const { state, hands } = standingOfProposal(events(...given));
          const acts = possibleProposalActs(kind, state, { edits, reviews, hand: hands.has(account) });
          if (hands.has(account))
            expect(acts.filter((act) => ["approve", "return", "reject"].includes(act))).toEqual([]);
          if (isClosedProposal(state)) expect(acts).toEqual([]);
          if (!edits && !reviews) expect(acts).toEqual([]);
        },
      ),
    );
  });
});

it("owes words to whoever gets it back", () => {
  expect((["write", "propose", "withdraw", "return", "approve", "reject"] as const).filter(needsWords)).toEqual([
    "return",
    "reject",
  ]);
});
