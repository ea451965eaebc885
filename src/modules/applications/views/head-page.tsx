import { may } from '../../../authz/ctx.ts'
import { longDate } from '../../../kernel/dates.ts'
import { asked, bothTexts } from '../../../kit/form/fields.ts'
import { FormFields } from '../../../kit/form/view.tsx'
import { headChosenTogether } from '../../../regulation/hosts/questions.ts'
import { Icon, nb, RowLink, RowList, StateTag, Table, TextLink } from '../../../ui/content.ts'
import { Form, SearchForm, valueOf } from '../../../ui/fields.ts'
import { ButtonLink, Sheet, Stack, SubmitButton } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import { BasisLink } from '../../regulation/clause-links.tsx'
import { nameHead, recordProtocol } from '../deeds/write.ts'
import { mostOffered, type OfferedHead, offeredHeads } from '../head-queries.ts'
import { taking, tally } from '../rules.ts'
import { sectionNames } from '../texts.ts'
import { futureSite } from '../view-queries.ts'
import { itemCaption, voteWords } from '../wording.ts'
import { SaveButtons, SectionFrame, type SectionShown, sectionPage } from './section-pages.tsx'

/** Who will head the site: found by name, judged by the regulation at once, chosen by votes where it says so. (C-41, R-41) */
export const headPage = sectionPage('head', async (shown) => {
  const { open, request, at } = shown
  const { ctx, tx, form, query } = request
  const { regulation, head, app, participants } = open
  const { q = '' } = query
  const offered = await offeredHeads(tx, ctx, regulation, futureSite(ctx, app, participants), q || null)
  const typed = (name: string) => valueOf(form, name)
  const clash =
    form?.values.personId === undefined
      ? { part: 'protocol' as const, fields: bothTexts(recordProtocol.form, typed, recordProtocol.begins(ctx, open)) }
      : { part: 'head' as const, fields: [{ label: 'Кто', yours: typed('personName'), theirs: head?.name ?? '' }] }
  const body = (
    <SectionFrame
      {...shown}
      title={itemCaption(regulation, 'headOfSite', 'Руководитель площадки')}
      more="Выберите человека из реестра. Сразу видно, может ли он руководить площадкой."
      clash={clash}
    >
      <Stack>
        {head && (
          <Sheet title="Назван">
            <Judged head={head} territory={at.territory} />
          </Sheet>
        )}
        <Election {...shown} />
        <Offered {...shown} q={q} offered={offered} />
        <p>
          <TextLink href={paths.application(at)}>Вернуться к заявке</TextLink>
        </p>
      </Stack>
    </SectionFrame>
  )
  return { title: sectionNames.head, section: 'applications', body }
})

/** A person with everything the regulation asks about, and its verdict. */
export function Judged({ head, territory }: { head: OfferedHead; territory: string }) {
  return (
    <>
      <p>
        <b>
          <TextLink href={paths.person({ territory, person: head.id })}>{head.name}</TextLink>
        </b>
        {head.post && <span class="pl-sub">{nb(head.post)}</span>}
        {head.category && <span class="pl-sub">{`Категория: ${head.category}`}</span>}
        {head.achievements.length > 0 && <span class="pl-sub">{nb(`Достижения: ${head.achievements.join('; ')}`)}</span>}
      </p>
      <VerdictWords head={head} territory={territory} />
    </>
  )
}

const VerdictWords = ({ head: { verdict }, territory }: { head: OfferedHead; territory: string }) => (
  <p>
    <StateTag {...(verdict.ok ? { tone: 'ok', word: 'Может руководить' } : { tone: 'late', word: 'Не может руководить' })} />{' '}
    {!verdict.ok && nb(`${verdict.missing.join('; ')} `)}
    {verdict.basis && <BasisLink territory={territory} basis={verdict.basis} />}
  </p>
)

/** People to choose from, the fit first, each with a button. */
function Offered({ open, request, at, offered, q }: SectionShown & { offered: readonly OfferedHead[]; q: string }) {
  const { ctx } = request
  const { head, app } = open
  const others = offered.filter(({ id }) => id !== head?.id)
  const own = { territoryId: ctx.territory.id, organisationIds: ctx.actor.headsOrganisations }
  return (
    <>
      <Sheet title={head ? 'Назвать другого' : 'Кого назвать'}>
        <SearchForm id="q" action={paths.applicationHead(at)} label="Фамилия или имя" value={q} />
        {head && app.protocolNumber !== null && (
          <p class="pl-small pl-quiet">Если назвать другого, голоса и протокол придётся собрать заново.</p>
        )}
        {others.length === 0 && (
          <>
            <p>{q ? 'Никто не найден. Проверьте фамилию.' : 'В реестре нет работников этих организаций.'}</p>
            {may(ctx, 'person.register', own) && (
              <ButtonLink kind="secondary" href={paths.newPerson(at)}>
                Записать человека
              </ButtonLink>
            )}
          </>
        )}
      </Sheet>
      {offered.length >= mostOffered && (
        <p class="pl-small">{`Показаны первые ${mostOffered}. Если нужного человека нет, допишите имя и отчество`}</p>
      )}
      {others.length > 0 && (
        <Sheet flush>
          <Table
            caption="Люди, которых можно назвать руководителем"
            rows={others}
            columns={[
              { title: 'Человек', cell: (one) => <RowLink name={one.name} more={aboutOf(one)} /> },
              { title: 'По Положению', cell: (one) => <VerdictWords head={one} territory={at.territory} /> },
              {
                title: 'Назвать',
                quiet: true,
                cell: (one) => (
                  <Form action={nameHead.address(ctx, open)} version={nameHead.version(open)}>
                    <input type="hidden" name="personId" value={one.id} />
                    <input type="hidden" name="personName" value={one.name} />
                    <SubmitButton kind="secondary" small of={one.name}>
                      Назвать
                    </SubmitButton>
                  </Form>
                ),
              },
            ]}
          />
        </Sheet>
      )}
    </>
  )
}

const aboutOf = ({ post, category }: OfferedHead): string =>
  [post, category && `категория ${category}`].filter(Boolean).join('; ')

/** How the choice stands where the organisations choose together: their votes and the protocol in which they stand. */
function Election({ open, request, at, savedBy }: SectionShown) {
  const { ctx, form } = request
  const { app, regulation, participants, votes, view } = open
  const taken = taking(participants)
  const { value, basis } = headChosenTogether(regulation, taken.length)
  if (!value || basis === null || app.headPersonId === null) return null
  const counted = tally(votes, participants, app.headPersonId)
  const voted = votes.flatMap((vote) => (vote.candidatePersonId === app.headPersonId ? [vote.organisationId] : []))
  const missing = taken.filter(({ id }) => !voted.includes(id))
  const { protocol, votes: shownVotes = [] } = view.head ?? {}
  const file = app.protocolFileId === null ? {} : { label: 'Заменить протокол' }
  return (
    <Sheet title="Выбор руководителя" aside={<BasisLink territory={at.territory} basis={basis} />}>
      <p>
        <StateTag tone={counted.carried ? 'ok' : 'wait'} word={counted.carried ? 'Выбран' : 'Ещё не выбран'} />{' '}
        {nb(`За — ${counted.for} из ${counted.total}, нужно больше половины организаций.`)}
      </p>
      {shownVotes.length > 0 && <RowList small rows={shownVotes.map((vote) => nb(voteWords(vote)))} />}
      {missing.length > 0 && (
        <p>
          {nb(`Ещё не голосовали: ${missing.map(({ shortName }) => shortName).join(', ')}. Их руководителям пришло уведомление.`)}
        </p>
      )}
      {missing.some(({ id }) => ctx.actor.headsOrganisations.includes(id)) && (
        <p>
          <TextLink href={paths.application(at)}>Проголосовать за свою организацию</TextLink>
        </p>
      )}
      <h3 class="govuk-heading-s pl-gap">Протокол</h3>
      {protocol && (
        <p>
          {nb(`№ ${protocol.number} от ${longDate(protocol.on)}`)}
          {protocol.fileId && (
            <>
              {', '}
              <TextLink href={paths.applicationFile({ ...at, file: protocol.fileId })}>
                <Icon name="file" /> {protocol.fileName}
              </TextLink>
            </>
          )}
        </p>
      )}
      <Form action={recordProtocol.address(ctx, open)} version={recordProtocol.version(open)} files guard>
        <FormFields of={asked(recordProtocol.form, { file })} form={form} begins={recordProtocol.begins(ctx, open)} />
        <SaveButtons at={at} savedBy={savedBy} part="protocol" />
      </Form>
    </Sheet>
  )
}
