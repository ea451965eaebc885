import { counted, plural } from '../../kernel/plural.ts'
import { mostLookedFor, type Task, type TaskSource } from '../../kit/tasks.ts'
import { masteredAtSites, mayHaveCandidates } from './completion-queries.ts'
import { paths } from './paths.ts'
import { papersOfAbsent, readyAtSites } from './queries.ts'
import { paperName } from './wording.ts'

/** «Выдать справки: ждут 7 человек» for the head of a site. Nobody has to give papers, so nothing is owed. */
const papersToIssue: TaskSource = {
  serves: ['siteHead'],
  find: async ({ tx, ctx }) => {
    const ready = await readyAtSites(tx, ctx, ctx.actor.headsSites)
    return ready.map(
      ({ siteId, siteName, people }): Task => ({
        key: `certificates:${siteId}`,
        what: `Выдать справки: ${plural(people, 'ждёт', 'ждут', 'ждут')} ${counted(people, 'человек', 'человека', 'человек')}`,
        why: siteName,
        href: paths.certificateIssue({ territory: ctx.territory.code, site: siteId }),
        action: 'Выдать',
        offers: true,
      }),
    )
  },
}

/** The same for those who have mastered a programme. */
const mastered: TaskSource = {
  serves: ['siteHead'],
  maybe: (ctx) => mayHaveCandidates(ctx, ctx.actor.headsSites),
  find: async ({ tx, ctx }) => {
    const ready = await masteredAtSites(tx, ctx, ctx.actor.headsSites)
    return ready.map(
      ({ siteId, siteName, people }): Task => ({
        key: `mastered:${siteId}`,
        what: `Выдать бумаги об освоении: ${plural(people, 'ждёт', 'ждут', 'ждут')} ${counted(people, 'человек', 'человека', 'человек')}`,
        why: siteName,
        href: paths.certificateCompletion({ territory: ctx.territory.code, site: siteId }),
        action: 'Выдать',
        offers: true,
      }),
    )
  },
}

/** A list was corrected after a paper had been given: the paper says what was not. */
const papersToRevoke: TaskSource = {
  serves: ['siteHead'],
  find: async ({ tx, ctx }) => {
    const rows = await papersOfAbsent(tx, ctx, ctx.actor.headsSites).page(mostLookedFor, 0)
    return rows.map(
      (row): Task => ({
        key: `certificate:${row.id}`,
        what: `Отозвать: ${paperName(row.printed)}`,
        why:
          row.sort === 'completion'
            ? 'После выдачи список исправлен: часов у стажёра меньше, чем на бумаге'
            : 'Список мероприятия исправлен: человека на нём не было',
        href: paths.certificate({ territory: ctx.territory.code, certificate: row.id }),
        action: 'Открыть',
      }),
    )
  },
}

export const tasks: readonly TaskSource[] = [papersToIssue, mastered, papersToRevoke]
