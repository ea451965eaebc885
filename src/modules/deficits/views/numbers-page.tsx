import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { counted } from '../../../kernel/plural.ts'
import { nb, SummaryList } from '../../../ui/content.ts'
import { PageFrame, Sheet, Stack } from '../../../ui/frame.ts'
import { paths as everywhere } from '../../../web/paths.ts'
import type { Answer } from '../../../web/route.ts'
import { labelOf } from '../framework.ts'
import { paths } from '../paths.ts'
import { peopleShown, rowsShown } from '../rules.ts'
import { frameworkHere, numbersOf, ofThoseSent } from '../store.ts'
import { deficitsHere } from '../whether.ts'
import { DeficitRows, Ground, notHere } from './parts.tsx'

const title = 'Профессиональные дефициты в числах'
const mostSent = 100

/** Numbers of people, from five; to the head of a school of the own people, and by name what others noted of those the school has sent. */
export async function numbersPage({ ctx, tx }: { readonly ctx: Ctx; readonly tx: Tx }): Promise<Answer> {
  const all = ctx.actor.roles.includes('methodist')
  const [here, framework, numbers, sent] = await Promise.all([
    deficitsHere(tx, ctx),
    frameworkHere(tx, ctx),
    numbersOf(tx, ctx, all ? null : ctx.actor.employs),
    all ? [] : ofThoseSent(tx, ctx, ctx.actor.headsOrganisations).page(mostSent, 0),
  ])
  if (!here.on) return notHere(ctx)
  const at = { territory: ctx.territory.code }
  const { shown, hidden } = rowsShown(numbers.rows)
  const body = (
    <PageFrame
      way={[
        all
          ? { href: paths.deficits(at), label: 'Профессиональные дефициты' }
          : { href: everywhere.tasks(at), label: 'Мои дела' },
      ]}
      title={title}
      more={all ? ctx.territory.name : 'По вашей организации, без имён'}
    >
      <Stack>
        <Sheet title="Сколько человек">
          <SummaryList
            rows={[
              { key: 'Есть открытые дефициты', value: peopleShown(numbers.people) },
              ...shown.map(({ competenceId, people }) => ({
                key: labelOf(framework, competenceId) || 'Названо своими словами',
                value: String(people),
              })),
            ]}
          />
          {hidden > 0 && (
            <p class="govuk-body pl-small">
              {nb(
                `Ещё ${counted(hidden, 'строка', 'строки', 'строк')}, в каждой меньше пяти человек: такие числа не показываем, по ним можно узнать людей.`,
              )}
            </p>
          )}
          <Ground ctx={ctx} here={here} />
        </Sheet>
        {sent.length > 0 && (
          <Sheet title="Кого вы направили на стажировку">
            <p class="govuk-body">
              {nb('Отмечено методистом или тем, кто ведёт стажировку. Что педагоги назвали сами, здесь не видно.')}
            </p>
            <DeficitRows {...{ ctx, framework }} rows={sent} named />
          </Sheet>
        )}
      </Stack>
    </PageFrame>
  )
  return { title, section: 'deficits', body }
}
