/** Does it to each, one after another; what has failed is thrown when all have been tried. */
export async function triedEach<One>(all: readonly One[], work: (one: One) => Promise<unknown>): Promise<void> {
  const faults: unknown[] = []
  for (const one of all) await work(one).catch((fault: unknown) => faults.push(fault))
  if (faults.length > 0)
    throw new AggregateError(faults, `${faults.length} of ${all.length} failed: ${faults.map(String).join('; ')}`)
}
