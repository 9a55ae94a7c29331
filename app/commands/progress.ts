/** Says what a slow step does, then how long it took. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const began = Date.now();
  process.stdout.write(`${title} … `);
  const result = await work();
  console.log(`${((Date.now() - began) / 1000).toFixed(1)} s`);
  return result;
}
