import { may } from '../../../authz/ctx.ts'
import { later } from '../../../kernel/dates.ts'
import { asked, type Option } from '../../../kit/form/fields.ts'
import { OpeningSheet } from '../../../kit/opening-sheet.tsx'
import type { ThingPage, ThingRequest } from '../../../kit/thing.ts'
import { roleWord } from '../../../regulation/people/questions.ts'
import { nb } from '../../../ui/content.ts'
import { askedFor } from '../../../ui/fields.ts'
import { ButtonLink, Columns, PageFrame, Sheet } from '../../../ui/frame.ts'
import { paths as links } from '../../../web/paths.ts'
import { openDeficitsOf } from '../../deficits/goal-queries.ts'
import { peopleToChoose } from '../../people/choice-queries.ts'
import { clauseLink } from '../../regulation/clause-links.tsx'
import type { StandingSite } from '../../sites/standing-queries.ts'
import { standingBanner } from '../../sites/state-blocks.ts'
import { askMentor, proposePair } from '../deeds.ts'
import { paths } from '../paths.ts'
import { isFull } from '../rules.ts'
import { mentorsOf } from '../store.ts'
import { loadWords } from '../texts.ts'
import { type PairsHere, pairsAt } from '../whether.ts'

/** Those who may be mentors here, with what each leads: whoever has enough is said so before the press. (c18) */
export async function mentorRows(
  site: StandingSite,
  { ctx, tx }: Pick<ThingRequest, 'ctx' | 'tx'>,
  but?: string,
): Promise<Option[]> {
  const mentors = await mentorsOf(tx, ctx, site, later(site.standing.from, ctx.today))
  return mentors
    .filter(({ personId }) => personId !== but)
    .map(({ personId, kind, name, load }) => ({
      value: personId,
      label: `${name}, ${roleWord(site.regulation, kind)}: ${isFull(load) ? 'больше не берёт, ' : ''}${loadWords(load)}`,
    }))
}

/** What one has named oneself and is still open, to choose from; nothing where deficits are not kept. */
export const ownDeficits = async ({ ctx, tx }: Pick<ThingRequest, 'ctx' | 'tx'>): Promise<Option[]> =>
  (await openDeficitsOf(tx, ctx, ctx.actor.personId)).map(({ id, label }) => ({ value: id, label }))

/** A pair begins: whoever runs the site proposes it, or somebody asks for a mentor. (L-O42) */
export const newPairPage: ThingPage<StandingSite> = async (site, request) => {
  const { ctx, tx, query, refused, form } = request
  const at = { territory: ctx.territory.code, site: site.id }
  const proposes = proposePair.offered(ctx, site)
  const asks = askMentor.offered(ctx, site)
  const isRequest = refused === paths.sitePairRequests.pattern || (refused === null && asks && (query.as === 'ask' || !proposes))
  const here = await pairsAt(tx, ctx, site.regulation)
  const [mentors, deficits, people] = await Promise.all([
    here.on ? mentorRows(site, request, isRequest ? ctx.actor.personId : undefined) : [],
    isRequest ? ownDeficits(request) : [],
    isRequest ? null : peopleToChoose(tx, ctx, askedFor(form, 'menteeId')),
  ])
  const opening = isRequest ? askMentor : proposePair
  const formHere = asked(opening.form, deficits.length === 0 ? { deficit: false } : {})
  const title = isRequest ? 'Попросить наставника' : 'Предложить пару'
  const lists = may(ctx, 'pair.list', { territoryId: ctx.territory.id, siteId: site.id })
  const body = (
    <PageFrame
      way={[
        { href: links.site(at), label: site.name },
        ...(lists ? [{ href: paths.sitePairs(at), label: 'Наставнические пары площадки' }] : []),
      ]}
      title={title}
      more={site.name}
      outcome="Пара не предложена"
      form={form}
    >
      <Columns kind="form">
        {(isRequest ? asks : proposes) && mentors.length > 0 ? (
          <OpeningSheet
            of={{ ...opening, form: formHere }}
            held={site}
            request={request}
            rows={{ mentorId: mentors, deficit: deficits, ...(people && { menteeId: people }) }}
            within={site.standing}
          >
            <Ground {...{ here, request }} />
          </OpeningSheet>
        ) : (
          <WhyNot {...{ site, request, here }} />
        )}
      </Columns>
    </PageFrame>
  )
  return { title: `${title}, ${site.name}`, section: 'pairs', body }
}

/** With whom the paper means pairs to work, and where it says so. */
const Ground = ({ here: { basis, forWhom }, request }: { here: PairsHere; request: ThingRequest }) =>
  basis === null ? null : (
    <p class="govuk-body pl-small">
      {nb(`Для кого: ${forWhom ?? ''}. `)}
      {clauseLink(request.ctx, basis.clause)}
    </p>
  )

function WhyNot({ site, request: { ctx }, here }: { site: StandingSite; request: ThingRequest; here: PairsHere }) {
  const banner = standingBanner(site.standing, ctx.today)
  const at = { territory: ctx.territory.code, site: site.id }
  return (
    <Sheet>
      <p class="govuk-body">
        {nb(
          !here.on
            ? 'Положение этой территории о наставничестве не говорит, и методический центр его не включил.'
            : banner
              ? `Сейчас пару здесь начать нельзя. ${banner.title}. ${banner.text}`
              : `Вести пару пока некому: на площадке никто не назначен (${here.kinds.map((kind) => roleWord(site.regulation, kind)).join(', ')}).`,
        )}
      </p>
      <ButtonLink kind="secondary" href={links.site(at)}>
        Открыть площадку
      </ButtonLink>
    </Sheet>
  )
}
