const rowsAtOnce = 1000

/** Inserts any number of rows, a thousand at a time: a statement takes at most 65,535 parameters. */
export async function inBatches<Row>(rows: readonly Row[], insert: (batch: Row[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) await insert(rows.slice(from, from + rowsAtOnce))
}
