/** What facts say of how the people of a unit stand. */
export interface LeaderFigures {
  /** certificates that the unit's people have to hold, and hold */
  asked: number;
  held: number;
  overdue: number;
  /** competencies that are missing, on the date and so many months before; null: nobody was there then */
  gaps: number;
  gapsBefore: number | null;
  /** requests about its people that were decided within those months, and those of them in time */
  decided: number;
  inTime: number;
}
