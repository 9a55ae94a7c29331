/** Something to be given away: how much, and the demands (by index) that can take it. */
export interface Supply {
  to: readonly number[];
  amount: number;
}

/**
 * Which demands cannot all be met: for each group of demands that share supplies, a set that wants more than everything it could
 * get, in ascending order; no group where all are met. By a maximum flow; what is starved is its minimum cut.
 */
export function starvedDemands(demands: readonly number[], supplies: readonly Supply[]): number[][] {
  const given = supplies.map(({ to }) => new Map(to.map((demand) => [demand, 0])));
  const left = supplies.map(({ amount }) => amount);
  const wanted = [...demands];
  const starved = new Set<number>();
  for (const [demand] of demands.entries()) {
    while ((wanted[demand] ?? 0) > 0) {
      const reached = search(demand, left, given);
      if (!reached.path) {
        for (const each of reached.demands) starved.add(each);
        break;
      }
      wanted[demand] = (wanted[demand] ?? 0) - ship(reached.path, wanted[demand] ?? 0, left, given);
    }
  }
  return groupsOf(
    [...starved].sort((a, b) => a - b),
    supplies,
  );
}

/** A supply that gives to a demand; all but the last step take back from the supply's next demand. */
type Path = { demand: number; supply: number }[];

/** Breadth first, from a demand over supplies that could give to it to those who have of them now. */
function search(from: number, left: readonly number[], given: readonly Map<number, number>[]) {
  const demands = new Map<number, Path>([[from, []]]);
  const seen = new Set<number>();
  for (const [demand, path] of demands) {
    for (const [supply, to] of given.entries()) {
      if (seen.has(supply) || !to.has(demand)) continue;
      seen.add(supply);
      const longer = [...path, { demand, supply }];
      if ((left[supply] ?? 0) > 0) return { path: longer, demands: [] };
      for (const [holder, amount] of to) if (amount > 0 && !demands.has(holder)) demands.set(holder, longer);
    }
  }
  return { path: null, demands: [...demands.keys()] };
}

/** Moves as much along the path as it can bear; says how much. */
function ship(path: Path, wanted: number, left: number[], given: readonly Map<number, number>[]): number {
  const last = path[path.length - 1] as Path[number];
  let amount = Math.min(wanted, left[last.supply] ?? 0);
  for (const [index, { supply }] of path.entries()) {
    const next = path[index + 1];
    if (next) amount = Math.min(amount, given[supply]?.get(next.demand) ?? 0);
  }
  for (const [index, { demand, supply }] of path.entries()) {
    const to = given[supply] as Map<number, number>;
    const next = path[index + 1];
    to.set(demand, (to.get(demand) ?? 0) + amount);
    if (next) to.set(next.demand, (to.get(next.demand) ?? 0) - amount);
  }
  left[last.supply] = (left[last.supply] ?? 0) - amount;
  return amount;
}

/** Members that share a supply, directly or through others, are one group. */
function groupsOf(members: readonly number[], supplies: readonly Supply[]): number[][] {
  const groups: number[][] = [];
  for (const member of members) {
    const near = groups.filter((group) =>
      supplies.some(({ to, amount }) => amount > 0 && to.includes(member) && to.some((other) => group.includes(other))),
    );
    for (const group of near) groups.splice(groups.indexOf(group), 1);
    groups.push([...near.flat(), member].sort((a, b) => a - b));
  }
  return groups;
}
