import type { Ctx } from '../../../authz/ctx.ts'
import { localTime } from '../../../kernel/clock.ts'
import { longDate } from '../../../kernel/dates.ts'
import { nb, StateTag, Table, TextLink } from '../../../ui/content.ts'
import { Form, type FormState, SelectField, TextArea } from '../../../ui/fields.ts'
import {
  Breadcrumbs,
  ButtonLink,
  Details,
  ErrorSummary,
  Notice,
  PageHead,
  Sheet,
  Stack,
  SubmitButton,
} from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import { standingBanner } from '../../sites/state-blocks.ts'
import { hoursText } from '../hours-rules.ts'
import type { ProgrammeVersion } from '../model.ts'
import { ProgrammeSheet } from '../programme-blocks.tsx'
import { totalHours } from '../rules.ts'
import type { ProgrammeOnPage } from '../sheet.ts'
import { stateNames } from '../texts.ts'
import { namedParts } from '../wording.ts'
import { Ground } from './edit-frame.tsx'
import { ownerLink } from './owner-link.ts'
import { Remarks } from './remarks.tsx'

type PageProps = { ctx: Pick<Ctx, 'territory' | 'today'>; sheet: ProgrammeOnPage; form: FormState | null }

/** A programme: what is still to be written, all of its text, its versions. */
export function ProgrammePage({ ctx, sheet, form }: PageProps) {
  const { programme, version, content, regulation, canWrite, owner, origin } = sheet
  const at = { territory: ctx.territory.code, programme: programme.id }
  const firstPart = sheet.lacks.find(({ missing }) => missing.length > 0)?.part ?? namedParts(regulation)[0]?.code ?? 'topics'
  return (
    <>
      <Breadcrumbs links={[ownerLink(ctx.territory.code, owner)]} />
      <ErrorSummary outcome="Не сделано" form={form} />
      <PageHead
        kicker="Программа"
        title={programme.title}
        more={owner.organisations.join(', ')}
        line={[
          <VersionState sheet={sheet} />,
          `редакция ${version.number}`,
          hoursText(totalHours(content)),
          version.reason && `почему: ${version.reason}`,
        ]}
        tools={[
          {
            href: paths.programmeDocument({ ...at, format: 'docx' }, { version: version.number }),
            label: 'Скачать .docx',
            icon: 'download',
          },
          {
            href: paths.programmeDocument({ ...at, format: 'pdf' }, { version: version.number }),
            label: 'Скачать .pdf',
            icon: 'print',
          },
        ]}
        actions={canWrite && <ButtonLink href={paths.programmePart({ ...at, part: firstPart })}>Писать программу</ButtonLink>}
      />
      <Standing ctx={ctx} sheet={sheet} />
      {origin && (
        <p>
          {origin.canOpen ? (
            <>
              Начата из программы{' '}
              <TextLink href={paths.programme({ ...at, programme: origin.id })}>{`«${origin.title}»`}</TextLink>.
            </>
          ) : (
            nb(`Начата из программы «${origin.title}».`)
          )}
        </p>
      )}
      <Stack>
        {canWrite && <Remarks sheet={sheet} />}
        {canWrite && <Parts ctx={ctx} sheet={sheet} />}
        {canWrite && (
          <Sheet title="Взять готовое">
            <p>{nb('Можно перенести части другой своей программы или разобрать файл, в котором программа уже написана.')}</p>
            <div class="govuk-button-group">
              <ButtonLink href={paths.programmeCopies(at)} kind="secondary">
                Перенести из другой программы
              </ButtonLink>
              <ButtonLink href={paths.programmeImports(at)} kind="secondary">
                Разобрать файл DOCX
              </ButtonLink>
            </div>
          </Sheet>
        )}
        <SiteDeeds ctx={ctx} sheet={sheet} form={form} />
        <Sheet title="Текст программы">
          <ProgrammeSheet content={content} regulation={regulation} level={3} />
        </Sheet>
        <Versions ctx={ctx} sheet={sheet} />
      </Stack>
    </>
  )
}

/** Why the programme of a site is only read today. */
function Standing({ ctx, sheet: { standing } }: Omit<PageProps, 'form'>) {
  const banner = standing && standingBanner(standing, ctx.today)
  return banner ? (
    <Notice tone="late" title={banner.title}>
      <p>{nb(banner.text)}</p>
    </Notice>
  ) : null
}

export const VersionState = ({ sheet: { version } }: { sheet: { readonly version: Pick<ProgrammeVersion, 'state'> } }) => (
  <StateTag
    tone={version.state === 'fixed' ? 'ok' : 'now'}
    icon={version.state === 'fixed' ? 'lock' : 'draft'}
    word={stateNames[version.state]}
  />
)

/** What each part lacks by the regulation, with the way to write it. */
function Parts({ ctx, sheet }: Omit<PageProps, 'form'>) {
  const at = { territory: ctx.territory.code, programme: sheet.programme.id }
  const lacks = new Map(sheet.lacks.map((one) => [one.part, one]))
  return (
    <Sheet title="Части программы" flush>
      <Table
        caption="Части программы и чего в них не хватает"
        rows={namedParts(sheet.regulation)}
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
            cell: ({ code }) => (lacks.has(code) ? <Ground territory={ctx.territory} basis={lacks.get(code)!.basis} /> : ''),
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

/** What those who lead a site do with its own programme: fix it, begin another version, give that up. */
function SiteDeeds({ ctx, sheet, form }: PageProps) {
  if (!sheet.canLead) return null
  const at = { territory: ctx.territory.code, programme: sheet.programme.id }
  const { draft, fixed } = sheet
  if (!draft)
    return (
      <Sheet title="Новая редакция">
        <Form action={paths.programmeVersions(at)} guard>
          <TextArea
            form={form}
            name="reason"
            label="Почему меняете программу"
            hint="Закреплённая редакция останется, как есть"
            rows={2}
          />
          <SubmitButton kind="secondary">Начать редакцию</SubmitButton>
        </Form>
      </Sheet>
    )
  return (
    <Sheet title="Черновик готов?">
      <p>{nb('Закреплённую редакцию больше не правят: по ней работает площадка. Изменить программу можно новой редакцией.')}</p>
      <div class="govuk-button-group">
        <Form action={paths.programmeFixings(at)} version={draft.editVersion}>
          <SubmitButton kind="secondary">Закрепить редакцию</SubmitButton>
        </Form>
        {fixed && (
          <Form action={paths.programmeVersionDrops(at)}>
            <SubmitButton kind="secondary">Отказаться от редакции</SubmitButton>
          </Form>
        )}
      </div>
    </Sheet>
  )
}

function Versions({ ctx, sheet }: Omit<PageProps, 'form'>) {
  const at = { territory: ctx.territory.code, programme: sheet.programme.id }
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
            cell: ({ createdAt, createdBy }) =>
              nb([day(createdAt), sheet.nameOf(createdBy)].filter((text) => text !== '').join(', ')),
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
