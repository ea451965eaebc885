import { may } from '../../../authz/ctx.ts'
import { later } from '../../../kernel/dates.ts'
import { onlyOf } from '../../../kernel/lists.ts'
import { fullName } from '../../../kernel/names.ts'
import type { Option } from '../../../kit/form/fields.ts'
import { OpeningSheet } from '../../../kit/opening-sheet.tsx'
import type { ThingPage, ThingRequest } from '../../../kit/thing.ts'
import { mayBeTrainee, traineeGuides } from '../../../regulation/work/questions.ts'
import { stepsOf } from '../../../regulation/work/steps.ts'
import { nb } from '../../../ui/content.ts'
import { askedFor, type FoundRows } from '../../../ui/fields.ts'
import { ButtonGroup, ButtonLink, Columns, PageFrame, Sheet } from '../../../ui/frame.ts'
import { paths as links } from '../../../web/paths.ts'
import { staffOn } from '../../organisations/queries.ts'
import { peopleToChoose } from '../../people/choice-queries.ts'
import { initialsOf } from '../../people/name-queries.ts'
import { workingProgrammes } from '../../programmes/queries.ts'
import { clauseLink } from '../../regulation/clause-links.tsx'
import type { StandingSite } from '../../sites/standing-queries.ts'
import { standingBanner } from '../../sites/state-blocks.ts'
import { askTraineeship, offerTraineeship, sendTrainee } from '../deeds/begin.ts'
import { formatsOf, formUnder } from '../form.ts'
import { paths } from '../paths.ts'
import { wrongProgramme } from '../rules.ts'
import { possibleGuides } from '../store.ts'

const ways = {
  offer: { opening: offerTraineeship, at: paths.siteTraineeOffers, label: 'Предложить стажировку' },
  send: { opening: sendTrainee, at: paths.siteTraineesSent, label: 'Направить своего педагога' },
  ask: { opening: askTraineeship, at: paths.siteTraineeRequests, label: 'Попроситься самому' },
} as const
type Way = keyof typeof ways
const order: readonly Way[] = ['offer', 'send', 'ask']

/** A traineeship begins: the site offers it, the head of a school sends somebody, or a teacher asks; each of them in one short form. */
export const newTraineeshipPage: ThingPage<StandingSite> = async (site, request) => {
  const { ctx, tx, query, refused } = request
  const at = { territory: ctx.territory.code, site: site.id }
  // Whoever heads a site offers, and does not ask to learn there.
  const heads = ctx.actor.headsSites.includes(site.id)
  const offered = order.filter((way) => ways[way].opening.offered(ctx, site) && !(way === 'ask' && heads))
  const [first] = offered
  const way = offered.find((one) => ways[one].at.pattern === refused) ?? offered.find((one) => one === query.as) ?? first
  const programmes = (await workingProgrammes(tx, ctx, [site.id])).filter(
    (one) => wrongProgramme(site.regulation, one).length === 0,
  )
  const body = (
    <PageFrame
      way={[{ href: links.site(at), label: site.name }]}
      title="Новая стажировка"
      more={site.name}
      outcome="Стажировка не начата"
      form={request.form}
    >
      <Columns kind="form">
        {programmes.length === 0 ? (
          <NoProgramme site={site} request={request} />
        ) : way === undefined ? (
          <Sheet>
            <p class="govuk-body">{nb(whyNot(site, request))}</p>
          </Sheet>
        ) : (
          <OneWay
            way={way}
            others={offered.filter((one) => one !== way)}
            site={site}
            request={request}
            rows={{
              programmeId: programmes.map(({ id, title }) => ({ value: id, label: title })),
              format: formatsOf([site.regulation]),
              ...(way === 'offer' && { personId: await anybody(request), guide: await guides(site, request) }),
              ...(way === 'send' && { personId: await ownPeople(site, request) }),
            }}
          />
        )}
      </Columns>
    </PageFrame>
  )
  return { title: `Новая стажировка, ${site.name}`, section: 'traineeships', body }
}

/** Why nobody may begin one here, or why this person may not. */
function whyNot({ standing }: StandingSite, { ctx }: ThingRequest): string {
  const banner = standingBanner(standing, ctx.today)
  return banner
    ? `Сейчас начать стажировку здесь нельзя. ${banner.title}. ${banner.text}`
    : 'Стажировку здесь предлагает сама площадка, педагога направляет руководитель его школы, или педагог просится сам.'
}

type Rows = Parameters<typeof OpeningSheet>[0]['rows']
type OneWayProps = { way: Way; others: readonly Way[]; site: StandingSite; request: ThingRequest; rows: Rows }

function OneWay({ way, others, site, request, rows }: OneWayProps) {
  const { opening } = ways[way]
  const { programmeId: programmes, guide: leads } = rows ?? {}
  const only = { ...onlyChoice('programmeId', programmes), ...onlyChoice('guide', leads) }
  const at = { territory: request.ctx.territory.code, site: site.id }
  return (
    <>
      <OpeningSheet
        of={{
          ...opening,
          form: formUnder(site.regulation, opening.form),
          begins: (ctx, held) => ({ ...opening.begins(ctx, held), ...only }),
        }}
        held={site}
        request={request}
        rows={rows}
        within={site.standing}
      />
      {others.length > 0 && (
        <ButtonGroup>
          {others.map((other) => (
            <ButtonLink kind="secondary" href={paths.newTraineeship(at, { as: other })}>
              {ways[other].label}
            </ButtonLink>
          ))}
        </ButtonGroup>
      )}
    </>
  )
}

/** Where there is nothing to choose from, it is chosen already. */
function onlyChoice(field: string, rows: NonNullable<Rows>[string] | undefined): Readonly<Record<string, string>> {
  const one = Array.isArray(rows) ? onlyOf(rows as readonly Option[]) : undefined
  return one ? { [field]: one.value } : {}
}

function NoProgramme({ site, request: { ctx } }: { site: StandingSite; request: ThingRequest }) {
  const [step] = stepsOf(site.regulation, 'programme')
  const at = { territory: ctx.territory.code, site: site.id }
  return (
    <Sheet title="Стажироваться пока не по чему">
      <p class="govuk-body">
        {nb(
          step
            ? 'Стажёров принимают, когда программа площадки закреплена и согласована. '
            : 'Стажёров принимают, когда редакция программы площадки закреплена. ',
        )}
        {step && clauseLink(ctx, step.clause[0])}
      </p>
      <ButtonLink kind="secondary" href={links.siteProgrammes(at)}>
        Открыть программы
      </ButtonLink>
    </Sheet>
  )
}

const anybody = ({ ctx, tx, form }: ThingRequest): Promise<FoundRows> => peopleToChoose(tx, ctx, askedFor(form, 'personId'))

/** Of one's own school: everybody whom the paper means, but oneself. */
async function ownPeople({ regulation }: StandingSite, { ctx, tx }: ThingRequest) {
  if (!may(ctx, 'traineeship.send')) return []
  const staff = (await Promise.all(ctx.actor.employs.map((id) => staffOn(tx, ctx, id, { on: ctx.today })))).flat()
  const people = [...Map.groupBy(staff, ({ id }) => id).values()].filter((posts) =>
    mayBeTrainee(
      regulation,
      posts.map(({ kind }) => kind),
    ),
  )
  return people.flatMap(([one]) =>
    one === undefined || one.id === ctx.actor.personId ? [] : [{ value: one.id, label: fullName(one), more: one.title }],
  )
}

/** Those who may lead a trainee of the site, by the word of the paper. */
export async function guides(
  site: StandingSite,
  { ctx, tx }: Pick<ThingRequest, 'ctx' | 'tx'>,
  trainee: Parameters<typeof possibleGuides>[4] = null,
  startsOn = ctx.today,
) {
  const ids = await possibleGuides(tx, ctx, site, later(startsOn, ctx.today), trainee)
  const nameOf = await initialsOf(tx, ctx, ids)
  return ids.map((id) => ({ value: id, label: nameOf(id) }))
}

/** Where the paper says who leads. */
export const guideClause = (site: StandingSite) => traineeGuides(site.regulation).basis?.clause
