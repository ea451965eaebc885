import { longDate, shortDate } from '../../../kernel/dates.ts'
import type { Basis } from '../../../regulation/cite.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { Icon, nb, RowLink, RowList, StateTag, Table, TextLink } from '../../../ui/content.ts'
import { DateField, FileField, Form, SearchForm, TextField } from '../../../ui/fields.ts'
import { ButtonLink, Sheet, Stack, SubmitButton } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import { mostOffered, type OfferedHead } from '../head-queries.ts'
import type { ShownHead } from '../model.ts'
import type { Tally } from '../rules.ts'
import type { PartSave } from '../section-queries.ts'
import { itemCaption, voteWords } from '../wording.ts'
import { BasisLink, SaveButtons, SectionFrame, type SectionProps } from './section-frame.tsx'

export type HeadPageProps = SectionProps & {
  basis: Basis | null
  regulation: Regulation
  head: OfferedHead | null
  shown: ShownHead | null
  offered: readonly OfferedHead[]
  /** The name looked for. */
  asked: string
  /** Set where the organisations choose the head together. */
  election: {
    readonly tally: Tally
    readonly basis: Basis
    readonly missing: readonly string[]
    readonly ownToVote: boolean
    readonly save: PartSave
  } | null
  mayRegister: boolean
}

/** Who will head the site: found by name, judged by the regulation at once, chosen by votes where it says so. (C-41, R-41) */
export function HeadPage(props: HeadPageProps) {
  const { territory, app, regulation, head, election, form } = props
  const stored = form?.values.number === undefined ? (head?.name ?? '') : ''
  return (
    <SectionFrame
      {...props}
      title={itemCaption(regulation, 'headOfSite', 'Руководитель площадки')}
      more="Выберите человека из реестра. Сразу видно, может ли он руководить площадкой."
      compared={form?.values.personId === undefined ? protocolFields(props) : [{ name: 'personName', label: 'Кто', stored }]}
    >
      <Stack>
        {head && (
          <Sheet title="Назван">
            <Judged head={head} territory={territory.code} />
          </Sheet>
        )}
        {election && <Election {...props} election={election} />}
        <Offered {...props} />
        <p>
          <TextLink href={paths.application({ territory: territory.code, application: app.id })}>Вернуться к заявке</TextLink>
        </p>
      </Stack>
    </SectionFrame>
  )
}

const protocolFields = ({ app }: HeadPageProps) => [
  { name: 'number', label: 'Номер протокола', stored: app.protocolNumber ?? '' },
  { name: 'on', label: 'Дата протокола', stored: app.protocolOn === null ? '' : shortDate(app.protocolOn) },
]

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

function VerdictWords({ head: { verdict }, territory }: { head: OfferedHead; territory: string }) {
  if (verdict.ok)
    return (
      <p>
        <StateTag tone="ok" word="Может руководить" />{' '}
        {verdict.basis && <BasisLink territory={territory} basis={verdict.basis} />}
      </p>
    )
  return (
    <p>
      <StateTag tone="late" word="Не может руководить" /> {nb(verdict.missing.join('; '))}{' '}
      <BasisLink territory={territory} basis={verdict.basis} />
    </p>
  )
}

/** People to choose from, the fit first, each with a button. */
function Offered({ territory, app, offered, asked, save, head, mayRegister }: HeadPageProps) {
  const at = { territory: territory.code, application: app.id }
  const others = offered.filter(({ id }) => id !== head?.id)
  return (
    <>
      <Sheet title={head ? 'Назвать другого' : 'Кого назвать'}>
        <SearchForm id="q" action={paths.applicationHead(at)} label="Фамилия или имя" value={asked} />
        {head && app.protocolNumber !== null && (
          <p class="pl-small pl-quiet">Если назвать другого, голоса и протокол придётся собрать заново.</p>
        )}
        {others.length === 0 && (
          <>
            <p>{asked ? 'Никто не найден. Проверьте фамилию.' : 'В реестре нет работников этих организаций.'}</p>
            {mayRegister && (
              <ButtonLink kind="secondary" href={paths.newPerson({ territory: territory.code })}>
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
              { title: 'По Положению', cell: (one) => <VerdictWords head={one} territory={territory.code} /> },
              {
                title: 'Назвать',
                quiet: true,
                cell: (one) => (
                  <Form action={paths.applicationHead(at)} version={save.version}>
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

/** Votes of the organisations and the protocol in which they stand. */
function Election(props: HeadPageProps & { election: NonNullable<HeadPageProps['election']> }) {
  const { territory, app, election, shown, form } = props
  const { tally, basis, missing, ownToVote, save } = election
  const at = { territory: territory.code, application: app.id }
  if (app.headPersonId === null) return null
  return (
    <Sheet title="Выбор руководителя" aside={<BasisLink territory={territory.code} basis={basis} />}>
      <p>
        <StateTag tone={tally.carried ? 'ok' : 'wait'} word={tally.carried ? 'Выбран' : 'Ещё не выбран'} />{' '}
        {nb(`За — ${tally.for} из ${tally.total}, нужно больше половины организаций.`)}
      </p>
      {shown && shown.votes.length > 0 && <RowList small rows={shown.votes.map((vote) => nb(voteWords(vote)))} />}
      {missing.length > 0 && <p>{nb(`Ещё не голосовали: ${missing.join(', ')}. Их руководителям пришло уведомление.`)}</p>}
      {ownToVote && (
        <p>
          <TextLink href={paths.application(at)}>Проголосовать за свою организацию</TextLink>
        </p>
      )}
      <h3 class="govuk-heading-s pl-gap">Протокол</h3>
      {shown?.protocol && (
        <p>
          {nb(`№ ${shown.protocol.number} от ${longDate(shown.protocol.on)}`)}
          {shown.protocol.fileId && (
            <>
              {', '}
              <TextLink href={paths.applicationFile({ ...at, file: shown.protocol.fileId })}>
                <Icon name="file" /> {shown.protocol.fileName}
              </TextLink>
            </>
          )}
        </p>
      )}
      <Form action={paths.applicationProtocol(at)} version={save.version} files guard>
        <TextField form={form} name="number" label="Номер протокола" width={10} initial={app.protocolNumber ?? ''} />
        <DateField
          form={form}
          name="on"
          label="Дата протокола"
          initial={app.protocolOn === null ? '' : shortDate(app.protocolOn)}
        />
        <FileField
          form={form}
          name="file"
          label={app.protocolFileId === null ? 'Протокол' : 'Заменить протокол'}
          hint="PDF, DOCX, JPG или PNG, до 20 МБ"
        />
        <SaveButtons {...props} save={save} />
      </Form>
    </Sheet>
  )
}
