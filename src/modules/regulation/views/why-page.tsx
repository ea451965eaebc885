import type { Ctx } from '../../../authz/ctx.ts'
import { clauseOf } from '../../../regulation/cite.ts'
import { describeRegulation } from '../../../regulation/describe.ts'
import { textOfBody } from '../../../regulation/editor/clause-text.ts'
import { tryExamples } from '../../../regulation/examples/run.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { rulesOfClause } from '../../../regulation/why.ts'
import { Clause, nb } from '../../../ui/content.ts'
import { Breadcrumbs, PageHead, Sheet, Stack } from '../../../ui/frame.ts'
import { WhySteps } from '../clause-links.tsx'
import { clauseHref } from '../links.ts'
import { paths } from '../paths.ts'

type WhyPageProps = {
  ctx: Ctx
  /** As it is written, and the clause as things name it. */
  regulation: Regulation
  number: string
  named: string
}

/** What stands behind a clause that an answer names: its words, the rules that come from it with their values, examples of it. */
export function WhyPage({ ctx, regulation, number, named }: WhyPageProps) {
  const clause = clauseOf(regulation, number)
  const rules = rulesOfClause(regulation, number)
  const does = describeRegulation(regulation).get(number) ?? []
  const examples = tryExamples(regulation).filter(({ example }) => example.clause.includes(number))
  const { code: territory } = ctx.territory
  return (
    <>
      <Breadcrumbs links={[{ href: paths.regulation({ territory }), label: 'Положение' }]} />
      <PageHead title="Почему так" more={regulation.title} />
      <Stack>
        <Sheet title="Что сказано" aside={<Clause number={named} href={clauseHref(territory, named)} />}>
          <p class="pl-pre">{nb([clause?.title, textOfBody(clause?.body ?? [])].filter(Boolean).join('\n'))}</p>
        </Sheet>
        {rules.length > 0 && (
          <Sheet title="Какие правила отсюда следуют">
            <WhySteps ctx={ctx} steps={rules} />
          </Sheet>
        )}
        {does.length > 0 && (
          <Sheet title="Что из-за этого делает система">
            <ul class="govuk-list govuk-list--bullet">
              {does.map(({ text }) => (
                <li>{nb(text)}</li>
              ))}
            </ul>
          </Sheet>
        )}
        {examples.length > 0 && (
          <Sheet title="Например">
            <ul class="govuk-list govuk-list--bullet">
              {examples.map(({ what, found }) => (
                <li>{nb(`${what} — ${found}`)}</li>
              ))}
            </ul>
          </Sheet>
        )}
      </Stack>
    </>
  )
}
