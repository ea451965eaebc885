import type { Ctx } from '../../../authz/ctx.ts'
import { localTime } from '../../../kernel/clock.ts'
import { longDate } from '../../../kernel/dates.ts'
import type { PersonId } from '../../../kernel/types.ts'
import { papersOf } from '../../../kit/case-page.tsx'
import { DeedForm, DeedSheet } from '../../../kit/deed-sheets.tsx'
import type { ThingPage, ThingRequest } from '../../../kit/thing.ts'
import { nb, StateTag, Table, TextLink } from '../../../ui/content.ts'
import { SelectField } from '../../../ui/fields.ts'
import { ButtonGroup, ButtonLink, Details, Notice, PageFrame, Sheet, Stack, SubmitButton } from '../../../ui/frame.ts'
import { numberOf } from '../../../web/address.ts'
import { paths } from '../../../web/paths.ts'
import { notFound } from '../../../web/route.ts'
import { Course, DecisionSheet, Voices } from '../../procedures/procedure-blocks.tsx'
import type { SaidVoice } from '../../procedures/procedure-queries.ts'
import { standingBanner } from '../../sites/state-blocks.ts'
import { type OpenProgramme, programmes } from '../case.ts'
import { agreeProgramme, sendProgramme, withdrawProgramme } from '../deeds/agree.ts'
import { dropVersion, fixOwnVersion, startVersion } from '../deeds/versions.ts'
import { hoursText } from '../hours-rules.ts'
import type { ProgrammeState } from '../model.ts'
import { programmePart } from '../ports.ts'
import { ProgrammeSheet } from '../programme-blocks.tsx'
import { totalHours } from '../rules.ts'
import { aroundSheet, type Origin, type ProgrammeOnPage, programmeSheet } from '../sheet.ts'
import { stateNames } from '../texts.ts'
import { namedParts } from '../wording.ts'
import { atProgramme, Ground, ownerLink, sectionOf } from './frame.tsx'
import { Remarks } from './remarks.tsx'

type PartProps = { ctx: Ctx; sheet: ProgrammeOnPage }

/** A programme: what is still to be written, all of its text, its versions. */
export const programmePage: ThingPage<OpenProgramme> = async (opened, request) => {
  const { ctx, tx, form, query } = request
  const sheet = await programmeSheet(tx, ctx, opened, numberOf(query.version))
  if (!sheet) return notFound
  const [{ nameOf, origin, voices }, parts] = await Promise.all([aroundSheet(tx, ctx, opened), partsOf(opened, request)])
  const { one, version, content, canWrite, owner } = sheet
  const at = atProgramme(ctx, opened)
  const firstPart =
    sheet.lacks.find(({ missing }) => missing.length > 0)?.part ?? namedParts(owner.regulation)[0]?.code ?? 'topics'
  const banner = owner.standing && standingBanner(owner.standing, ctx.today)
  const body = (
    <PageFrame
      way={[ownerLink(ctx, owner)]}
      outcome="Не сделано"
      form={form}
      kicker="Программа"
      title={one.title}
      more={owner.organisations.join(', ')}
      line={[
        <VersionState state={version.state} />,
        `редакция ${version.number}`,
        hoursText(totalHours(content)),
        version.reason && `почему: ${version.reason}`,
      ]}
      tools={papersOf('Скачать', (format) => paths.programmeDocument({ ...at, format }, { version: version.number }))}
      actions={canWrite && <ButtonLink href={paths.programmePart({ ...at, part: firstPart })}>Писать программу</ButtonLink>}
    >
      {banner && (
        <Notice tone="late" title={banner.title}>
          <p>{nb(banner.text)}</p>
        </Notice>
      )}
      {origin && <Began ctx={ctx} origin={origin} />}
      <Stack>
        {canWrite && <Remarks sheet={sheet} />}
        {canWrite && <Parts ctx={ctx} sheet={sheet} />}
        {canWrite && (
          <Sheet title="Взять готовое">
            <p>{nb('Можно перенести части другой своей программы или разобрать файл, в котором программа уже написана.')}</p>
            <ButtonGroup>
              <ButtonLink href={paths.programmeCopies(at)} kind="secondary">
                Перенести из другой программы
              </ButtonLink>
              <ButtonLink href={paths.programmeImports(at)} kind="secondary">
                Разобрать файл DOCX
              </ButtonLink>
            </ButtonGroup>
          </Sheet>
        )}
        <Agreement {...{ sheet, opened, request, voices }} />
        <SiteDeeds opened={opened} request={request} />
        {parts}
        <Sheet title="Текст программы">
          <ProgrammeSheet content={content} regulation={owner.regulation} level={3} />
        </Sheet>
        <Versions ctx={ctx} sheet={sheet} nameOf={nameOf} />
      </Stack>
    </PageFrame>
  )
  return { title: one.title, section: sectionOf(owner), body }
}

/** What other modules keep beside a programme of a site. */
function partsOf(opened: OpenProgramme, { ctx, tx }: ThingRequest) {
  const { one, content, owner } = opened
  if (owner.kind !== 'site') return []
  const may = programmes.may(ctx, 'programme.edit', opened) && owner.open.ok
  return Promise.all(programmePart.parts().map((part) => part(tx, ctx, { id: one.id, topics: content.topics, may })))
}

const Began = ({ ctx, origin: { id, title, canOpen } }: { ctx: Ctx; origin: Origin }) => (
  <p>
    {canOpen ? (
      <>
        Начата из программы{' '}
        <TextLink href={paths.programme({ territory: ctx.territory.code, programme: id })}>{`«${title}»`}</TextLink>.
      </>
    ) : (
      nb(`Начата из программы «${title}».`)
    )}
  </p>
)

export const VersionState = ({ state }: { state: ProgrammeState }) => (
  <StateTag tone={state === 'fixed' ? 'ok' : 'now'} icon={state === 'fixed' ? 'lock' : 'draft'} word={stateNames[state]} />
)

/** What each part lacks by the regulation, with the way to write it. */
function Parts({ ctx, sheet }: PartProps) {
  const at = atProgramme(ctx, sheet)
  const lacks = new Map(sheet.lacks.map((one) => [one.part, one]))
  return (
    <Sheet title="Части программы" flush>
      <Table
        caption="Части программы и чего в них не хватает"
        rows={namedParts(sheet.owner.regulation)}
        columns={[
          {
            title: 'Часть',
            cell: ({ code, name }) => <TextLink href={paths.programmePart({ ...at, part: code })}>{name}</TextLink>,
          },
          {
            title: 'Чего не хватает',
            cell: ({ code }) => {
              const missing = lacks.get(code)?.missing
              if (!missing) return nb('Положение ничего не требует')
              return missing.length === 0 ? <StateTag tone="ok" word="Всё написано" /> : <MissingList missing={missing} />
            },
          },
          {
            title: 'Основание',
            cell: ({ code }) => {
              const basis = lacks.get(code)?.basis
              return basis ? <Ground ctx={ctx} basis={basis} /> : ''
            },
          },
        ]}
      />
    </Sheet>
  )
}

const shownMissing = 5
function MissingList({ missing }: { missing: readonly string[] }) {
  const rest = missing.length - shownMissing
  return (
    <ul class="govuk-list">
      {missing.slice(0, shownMissing).map((sentence) => (
        <li>{nb(sentence)}</li>
      ))}
      {rest > 0 && <li class="pl-quiet">{nb(`и ещё ${rest}`)}</li>}
    </ul>
  )
}

type AgreementProps = { sheet: ProgrammeOnPage; opened: OpenProgramme; request: ThingRequest; voices: readonly SaidVoice[] }

/** Where the regulation lets somebody agree the programme: how far that has come, what may be said, what was said. */
function Agreement({ sheet: { version, one }, opened, request, voices }: AgreementProps) {
  const { procedure, versions } = opened
  if (procedure === null || procedure.steps.length === 0 || version.id !== one.versionId) return null
  const { steps, stands } = procedure
  const now = stands?.state === 'passed' ? steps.length + 1 : stands?.state === 'going' ? stands.step + 1 : 0
  const last = voices.findLast(({ subjectId }) => subjectId === version.id)
  return (
    <>
      {one.state === 'fixed' && (
        <Course
          {...{ at: request.ctx, procedure, now }}
          voices={voices.filter(({ subjectId }) => subjectId === version.id)}
          first={{ title: 'Готовит руководитель площадки', more: `редакция ${version.number}` }}
          last={{ title: now > steps.length ? 'Согласована' : 'Можно принимать стажёров' }}
        />
      )}
      {stands?.state === 'returned' && last && (
        <Notice tone="late" title={`Возвращена ${longDate(last.on)}, ${last.person ?? 'в срок не ответили'}`}>
          <p class="pl-pre">{last.remark}</p>
        </Notice>
      )}
      <DecisionSheet deed={agreeProgramme} opened={opened} request={request} />
      {stands?.state !== 'returned' && sendProgramme.offered(request.ctx, opened) && (
        <DeedForm deed={sendProgramme} opened={opened} request={request} />
      )}
      {voices.length > 0 && (
        <Sheet title="Решения">
          <Voices
            procedure={procedure}
            voices={voices}
            of={({ subjectId }) => `редакция ${versions.find(({ id }) => id === subjectId)?.number}`}
          />
        </Sheet>
      )}
    </>
  )
}

/** What those who lead a site do with its own programme: fix it, begin another version, give that up. */
function SiteDeeds(props: { opened: OpenProgramme; request: ThingRequest }) {
  const { opened, request } = props
  // What came back with a remark is written anew; the same text goes again only when there was nothing to write.
  const again = opened.procedure?.stands?.state === 'returned' && sendProgramme.offered(request.ctx, opened)
  if (startVersion.offered(request.ctx, opened))
    return (
      <>
        <DeedSheet deed={startVersion} {...props} />
        {again && (
          <Details summary="Отправить ту же редакцию без изменений">
            <p class="govuk-body">{nb('Если править нечего: например, на неё не ответили в срок.')}</p>
            <DeedForm deed={sendProgramme} {...props} />
          </Details>
        )}
      </>
    )
  if (withdrawProgramme.offered(request.ctx, opened)) return <DeedForm deed={withdrawProgramme} {...props} />
  if (!fixOwnVersion.offered(request.ctx, opened)) return null
  return (
    <Sheet title="Черновик готов?">
      <p>{nb('Закреплённую редакцию больше не правят: по ней работает площадка. Изменить программу можно новой редакцией.')}</p>
      <ButtonGroup>
        <DeedForm deed={fixOwnVersion} {...props} />
        {dropVersion.offered(request.ctx, opened) && <DeedForm deed={dropVersion} {...props} />}
      </ButtonGroup>
    </Sheet>
  )
}

function Versions({ ctx, sheet, nameOf }: PartProps & { nameOf: (personId: PersonId) => string }) {
  const at = atProgramme(ctx, sheet)
  const day = (instant: Date) => longDate(localTime(instant, ctx.territory.timeZone).day)
  const choices = sheet.versions.map(({ number }) => ({ value: String(number), label: `Редакция ${number}` }))
  const [last, before] = sheet.versions
  return (
    <Sheet title="Редакции" flush>
      <Table
        caption="Редакции программы"
        rows={sheet.versions}
        columns={[
          {
            title: 'Редакция',
            cell: ({ number, id }) =>
              id === sheet.version.id ? (
                `Редакция ${number}, показана`
              ) : (
                <TextLink href={paths.programme(at, { version: number })}>Редакция {number}</TextLink>
              ),
          },
          {
            title: 'Состояние',
            cell: ({ state, fixedAt }) => nb(fixedAt ? `${stateNames[state]} ${day(fixedAt)}` : stateNames[state]),
          },
          {
            title: 'Начата',
            cell: ({ createdAt, createdBy }) => nb([day(createdAt), nameOf(createdBy)].filter((text) => text !== '').join(', ')),
          },
          { title: 'Почему', cell: ({ reason }) => nb(reason ?? '') },
        ]}
      />
      {last && before && (
        <div class="pl-sheet__head--inset">
          <Details summary="Сравнить две редакции">
            <form action={paths.programmeComparison(at)} method="get">
              <SelectField name="from" label="Какую" choices={choices} initial={String(before.number)} />
              <SelectField name="to" label="С какой" choices={choices} initial={String(last.number)} />
              <SubmitButton kind="secondary">Сравнить</SubmitButton>
            </form>
          </Details>
        </div>
      )}
    </Sheet>
  )
}
