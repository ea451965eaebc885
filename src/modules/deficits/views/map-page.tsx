import { may } from '../../../authz/ctx.ts'
import { counted } from '../../../kernel/plural.ts'
import type { SiteId } from '../../../kernel/types.ts'
import { act } from '../../../regulation/acts.ts'
import { callRule } from '../../../regulation/intake/questions.ts'
import { nb, RowList, Second } from '../../../ui/content.ts'
import { SelectField } from '../../../ui/fields.ts'
import { ButtonLink, PageFrame, Sheet, Stack, SubmitButton } from '../../../ui/frame.ts'
import { idOf } from '../../../web/address.ts'
import { paths as everywhere } from '../../../web/paths.ts'
import type { Answer, PageRequest } from '../../../web/route.ts'
import { regulationsInForce } from '../../regulation/queries.ts'
import { sitesOfList } from '../../sites/site-queries.ts'
import { type Choice, coveringThemes, mostThemes, themesFor } from '../cover-rules.ts'
import { mapOf, uncovered } from '../map-rules.ts'
import { yearOf } from '../offer-list.tsx'
import { offersOnMap, openPairs } from '../offer-queries.ts'
import { paths } from '../paths.ts'
import { frameworkHere, numbersOf } from '../store.ts'
import { choiceWords } from '../texts.ts'
import { deficitsHere } from '../whether.ts'
import { MapTable } from './map-table.tsx'
import { Ground, notHere } from './parts.tsx'

const title = 'Карта дефицитов'

/** What people lack against what the network teaches, month by month; what nobody teaches becomes the theme of a call or an order. (T-32) */
export async function mapPage(
  request: Pick<PageRequest, 'ctx' | 'tx'> & { readonly query: { readonly site?: string | undefined } },
): Promise<Answer> {
  const { ctx, tx, query } = request
  const year = yearOf(ctx.today)
  const site = idOf<SiteId>(query.site)
  const [here, framework, numbers, { offered, taught }, sites, pairs, template] = await Promise.all([
    deficitsHere(tx, ctx),
    frameworkHere(tx, ctx),
    numbersOf(tx, ctx, null),
    offersOnMap(tx, ctx, year, site),
    sitesOfList({ ctx, tx, params: { territory: ctx.territory.code } }, site ? [site] : []),
    openPairs(tx, ctx),
    templateOf(request),
  ])
  if (!here.on) return notHere(ctx)
  const now = ctx.today.slice(0, 7)
  const rows = mapOf({ framework, needs: numbers.rows, offered, months: year.months, now })
  const lacking = site === null ? uncovered(rows) : []
  const asksFor = new Set(lacking.map(({ competence }) => competence.id))
  const open = pairs.filter(({ competenceId }) => asksFor.has(competenceId))
  const chosen = coveringThemes(open, themesFor(open, framework, taught), mostThemes)
  const at = { territory: ctx.territory.code }
  const people = counted(numbers.people, 'человека', 'человек', 'человек')
  const body = (
    <PageFrame
      way={[
        {
          href: may(ctx, 'deficit.list') ? paths.deficits(at) : everywhere.tasks(at),
          label: may(ctx, 'deficit.list') ? 'Дефициты' : 'Мои дела',
        },
      ]}
      title={title}
      more={`${year.key} учебный год. ${numbers.people === 0 ? 'Открытых дефицитов нет' : numbers.people < 5 ? 'Открытые дефициты есть меньше чем у пяти человек' : `Открытые дефициты есть у ${people}`}`}
      tools={[{ href: paths.deficitOffers(at, { show: 'all' }), label: 'Кто чему учит, списком' }]}
    >
      <Stack>
        <Sheet>
          <form method="get" action={paths.deficitMap(at)}>
            <SelectField form={null} name="site" label="Площадка" empty="Все площадки" initial={site ?? ''} choices={sites} />
            <SubmitButton kind="secondary">Показать</SubmitButton>
          </form>
          <div class="pl-gap" />
          <p class="govuk-body pl-small">
            {nb(
              'В клетке — сколько площадок учит этому в этом месяце: закрашено — места есть, в рамке — мест нет, после плюса — сколько ждут, бледно — уже прошло. Нажмите на клетку, чтобы прочитать, кто и чем. Числа людей меньше пяти не показываем.',
            )}
          </p>
          <Ground ctx={ctx} here={here} />
        </Sheet>
        {rows.length === 0 ? (
          <Sheet>
            <p class="govuk-body">{nb('Пока никто ничего не назвал, и площадки не отметили, чему учат.')}</p>
          </Sheet>
        ) : (
          <Sheet flush>
            <MapTable territory={ctx.territory.code} {...{ rows, now, site }} months={year.months} />
          </Sheet>
        )}
        {site === null && <Themes {...{ chosen }} of={lacking.length} request={request} template={template} />}
      </Stack>
    </PageFrame>
  )
  return { title, section: 'deficits', body }
}

/** Which order takes a theme here: one that opens a call where the paper knows calls, else one that grants a status. */
async function templateOf({ ctx, tx }: Pick<PageRequest, 'ctx' | 'tx'>): Promise<'openCall' | 'designateSites'> {
  const regulations = await regulationsInForce(tx, ctx)
  return regulations.some(({ regulation }) => callRule(regulation).value !== null) ? 'openCall' : 'designateSites'
}

type ThemesProps = {
  readonly chosen: readonly Choice[]
  readonly of: number
  readonly request: Pick<PageRequest, 'ctx'>
  readonly template: 'openCall' | 'designateSites'
}
/** The fewest themes that would cover the most, each with why it was chosen and the way to make it one in a press. */
function Themes({ chosen, of, request: { ctx }, template }: ThemesProps) {
  const drafts = may(ctx, 'order.draft')
  const button = template === 'openCall' ? 'Сделать темой приёма заявок' : `Сделать темой: подготовить ${act(ctx).nominative}`
  return (
    <Sheet title="Что сделать темой">
      <p class="govuk-body">
        {nb(
          of === 0
            ? 'Всему, что названо по перечню, есть где научиться.'
            : 'Эти темы вместе покрыли бы больше всего дефицитов, которым негде закрыться. Каждая следующая выбрана по тому, что не покрыли предыдущие.',
        )}
      </p>
      {chosen.length > 0 && (
        <RowList
          rows={chosen.map((choice, n) => (
            <>
              <b>{nb(`${n + 1}. ${choice.theme.title}`)}</b>
              <Second>{choiceWords(choice, n === 0)}</Second>
              {drafts && (
                <div class="pl-gap">
                  <ButtonLink
                    kind="secondary"
                    href={everywhere.newOrder({ territory: ctx.territory.code }, { template, theme: choice.theme.title })}
                  >
                    {button}
                  </ButtonLink>
                </div>
              )}
            </>
          ))}
        />
      )}
    </Sheet>
  )
}
