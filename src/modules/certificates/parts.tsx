import { sql } from 'kysely'
import { type Ctx, may } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { localTime } from '../../kernel/clock.ts'
import { capital } from '../../kernel/names.ts'
import { counted } from '../../kernel/plural.ts'
import { Facts, nb, RowLink, RowList, Second } from '../../ui/content.ts'
import { Form } from '../../ui/fields.ts'
import { ButtonLink, Sheet, SubmitButton } from '../../ui/frame.ts'
import type { HeldEvent } from '../events/ports.ts'
import type { OverviewPart, ShownSite } from '../sites/ports.ts'
import { issuers } from './case.ts'
import { masteredAtSites } from './completion-queries.ts'
import { issuePapers } from './deeds.ts'
import { paths } from './paths.ts'
import { consentsOf } from './publication.ts'
import { certificatesBy, countsOf, newestFirst, readyAtSites, readyOf } from './queries.ts'
import { aboutWords, hoursText, paperName } from './wording.ts'

/** The papers of a site on its first page, for those who may see whom they are for. */
export async function papersOnOverview(tx: Tx, ctx: Ctx, { site, subject }: ShownSite): Promise<OverviewPart> {
  if (!may(ctx, 'certificate.list', subject)) return {}
  const issues = may(ctx, 'certificate.issue', subject)
  const [counts, ready, mastered] = await Promise.all([
    countsOf(tx, ctx, site.id),
    readyAtSites(tx, ctx, [site.id]),
    issues ? masteredAtSites(tx, ctx, [site.id]) : [],
  ])
  const people = ready[0]?.people ?? 0
  const trainees = mastered[0]?.people ?? 0
  if (counts.issued + counts.revoked + people + trainees === 0) return {}
  const at = { territory: ctx.territory.code, site: site.id }
  return {
    aside: (
      <Sheet title="Справки и сертификаты">
        <Facts
          facts={[
            { name: 'Действуют', value: counts.issued, href: paths.certificates(at) },
            ...(people > 0
              ? [
                  {
                    name: 'Готовы',
                    value: people,
                    href: issues ? paths.certificateIssue(at) : undefined,
                  },
                ]
              : []),
            ...(trainees > 0
              ? [
                  {
                    name: 'Освоили программу',
                    value: trainees,
                    href: paths.certificateCompletion(at),
                  },
                ]
              : []),
          ]}
        />
      </Sheet>
    ),
  }
}

/** Beside a closed event: who of it is ready for a paper. */
export async function papersOfEvent(tx: Tx, ctx: Ctx, { one, site }: HeldEvent) {
  if (!issuePapers.offered(ctx, site) || !issuers.may(ctx, 'certificate.issue', site)) return null
  const { day } = localTime(one.startsAt, ctx.territory.timeZone)
  const ready = await readyOf(tx, ctx, { siteId: site.id, eventId: one.id, startsOn: day, endsOn: day })
  if (ready.length === 0) return null
  return (
    <Sheet title="Справки участникам">
      <p class="govuk-body">{nb(`Готовы: ${counted(ready.length, 'человек', 'человека', 'человек')}.`)}</p>
      <ButtonLink
        href={paths.certificateIssue(
          { territory: ctx.territory.code, site: site.id },
          { event: one.id, startsOn: day, endsOn: day },
        )}
      >
        Выдать
      </ButtonLink>
    </Sheet>
  )
}

const mostShown = 50

/** A person's own papers, and their word on whether the check of them shows a name. */
export async function myPapers(tx: Tx, ctx: Ctx) {
  const { personId } = ctx.actor
  const [rows, consents] = await Promise.all([
    certificatesBy(tx, ctx, { where: sql`c.person_id = ${personId}`, order: newestFirst }).page(mostShown, 0),
    consentsOf(tx, ctx, [personId]),
  ])
  if (rows.length === 0) return null
  const shown = consents.has(personId)
  const territory = ctx.territory.code
  return (
    <Sheet title="Мои бумаги">
      <RowList
        small
        rows={rows.map((row) => (
          <>
            <RowLink href={paths.certificate({ territory, certificate: row.id })} name={paperName(row.printed)} />
            <Second>
              {row.state === 'revoked'
                ? 'Отозвана'
                : `${capital(aboutWords(row.printed))}, ${hoursText(row.hours)}, ${row.printed.issuer}`}
            </Second>
          </>
        ))}
      />
      <div class="pl-gap" />
      <p class="govuk-body pl-small">
        {nb(
          shown
            ? 'Кто проверит вашу бумагу по коду, увидит ваше имя: вы согласились.'
            : 'Кто проверит вашу бумагу по коду, увидит только первые буквы имени. Имя покажут, если вы согласитесь.',
        )}
      </p>
      <Form action={paths.myName({ territory })}>
        <input type="hidden" name="shown" value={shown ? 'no' : 'yes'} />
        <SubmitButton kind="secondary" small>
          {shown ? 'Скрыть имя' : 'Показывать имя'}
        </SubmitButton>
      </Form>
    </Sheet>
  )
}
