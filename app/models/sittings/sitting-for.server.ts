import { type SittingMode, type Startable, startableIn } from "~/domain/assessment/sitting";
import type { Instant } from "~/domain/time/civil-date";
import { readRows } from "../database.server";
import { Prisma } from "../generated/client";
import { recordsOf } from "../people/records-of.server";
import { compareRoomCode, type RoomCodeAnswer } from "./room-code.server";

/** The sitting that concerns a person at a course's exam. */
export interface SittingForStart {
  id: number;
  publicId: string;
  title: string;
  place: string;
  opensAt: Instant;
  closesAt: Instant;
  mode: SittingMode;
  /** an attempt started in it goes on in one browser only */
  oneDevice: boolean;
  /** whether they may begin in it now, but for the room code */
  startable: Startable;
  roomCodeNeeded: boolean;
  /** counts a try; ask only when someone wants to begin and a code is needed */
  checkRoomCode(typed: string): Promise<RoomCodeAnswer>;
}

/**
 * The sitting of which a person is a candidate: the one that is open now (online before paper), else the next to open. Null when
 * there is none, or all are over, closed or cancelled. One statement.
 */
export async function sittingFor(personId: number, courseId: number, now: Instant): Promise<SittingForStart | null> {
  const [row] = await readRows<{
    id: number;
    public_id: string;
    title: string;
    place: string;
    opens_at: string;
    closes_at: string;
    mode: string;
    room_code: string | null;
    one_device: number;
  }>(Prisma.sql`
    SELECT s.id, s.public_id, p.title, p.place, p.opens_at, p.closes_at, p.mode, p.room_code, p.one_device
    FROM sitting_candidate k
    JOIN sitting s ON s.id = k.sitting_id AND s.course_id = ${courseId}
    JOIN sitting_plan p ON p.sitting_id = s.id AND p.retracted_change IS NULL AND p.status = 'planned'
    WHERE k.person_id IN ${recordsOf(personId)} AND k.retracted_change IS NULL AND p.closes_at > ${now}
    ORDER BY CASE WHEN p.opens_at <= ${now} THEN 0 ELSE 1 END, CASE p.mode WHEN 'online' THEN 0 ELSE 1 END, p.opens_at, s.id
    LIMIT 1`);
  if (!row) return null;
  const { public_id: publicId, title, place, opens_at: opensAt, closes_at: closesAt, room_code: roomCode } = row;
  const mode: SittingMode = row.mode === "paper" ? "paper" : "online";
  return {
    id: row.id,
    publicId,
    title,
    place,
    opensAt,
    closesAt,
    mode,
    oneDevice: Boolean(row.one_device),
    startable: startableIn({ opensAt, closesAt, mode, status: "planned" }, now),
    roomCodeNeeded: roomCode !== null,
    checkRoomCode: async (typed) => (roomCode === null ? "right" : compareRoomCode(personId, roomCode, typed)),
  };
}
