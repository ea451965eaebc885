import { approvalProblems } from '../src/regulation/approval.ts'
import { describeRegulation } from '../src/regulation/describe.ts'
import { yearOnTrial } from '../src/regulation/trial/year.ts'
import { loadTerritories } from '../territories/all.ts'
import { atMost, type Figure, ms } from './figures.ts'

const times = 20

/** What the editor of a regulation works out anew for each page: its sentences, the check with every example run, a year on trial. */
export async function benchRegulation(): Promise<{ title: string; figures: Figure[] }> {
  const all = loadTerritories().map(({ regulation }) => regulation)
  const cpu = (work: () => unknown): number => {
    work()
    const before = process.cpuUsage()
    for (let time = 0; time < times; time++) work()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000 / times
  }
  const worst = (work: (of: (typeof all)[number]) => unknown) => Math.max(...all.map((of) => cpu(() => work(of))))
  return {
    title: 'A regulation in its editor, the slowest of the five territories',
    figures: [
      atMost('sentences beside the clauses', worst(describeRegulation), 10, ms),
      atMost('check of a draft, its examples run', worst(approvalProblems), 100, ms),
      atMost(
        'year on trial',
        worst((of) => yearOnTrial(of, 2021)),
        500,
        ms,
      ),
    ],
  }
}
