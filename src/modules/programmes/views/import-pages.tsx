import { localTime } from '../../../kernel/clock.ts'
import { longDate } from '../../../kernel/dates.ts'
import { counted } from '../../../kernel/plural.ts'
import type { OwnField } from '../../../regulation/fields.ts'
import { nb, RowList, TextLink } from '../../../ui/content.ts'
import { type Choice, FileField, Form, type FormState, SelectField, TextArea, valueOf, valuesOf } from '../../../ui/fields.ts'
import { Notice, PageFrame, Sheet, Stack, SubmitButton } from '../../../ui/frame.ts'
import { Dock } from '../../../ui/plan-table.tsx'
import { paths } from '../../../web/paths.ts'
import { hoursText } from '../hours-rules.ts'
import { type Import, importOf, openImports } from '../import-store.ts'
import { ownPlaces } from '../reading/assemble.ts'
import { ownPlace, type PiecePlace, type PlacedPiece } from '../reading/pieces.ts'
import { atProgramme, draftPage, wayTo } from './frame.tsx'
import { fixedPlaceNames, ownTitle, placeChoices, topicPlaceNames } from './place-names.ts'

const title = 'Разобрать файл'
const pieces = (count: number) => counted(count, 'кусок', 'куска', 'кусков')

/** A file to take apart, and files that were begun. */
export const importsPage = draftPage(async (sheet, { ctx, tx, form }) => {
  const at = atProgramme(ctx, sheet)
  const day = (instant: Date) => longDate(localTime(instant, ctx.territory.timeZone).day)
  const imports = await openImports(tx, ctx, sheet.one.id)
  const body = (
    <PageFrame
      {...{ title, form }}
      way={wayTo(ctx, sheet)}
      outcome="Файл не разобран"
      more="Текст файла разложится по частям программы. Вы проверите, что куда попало, и только потом он войдёт в программу."
    >
      <Stack>
        <Sheet>
          <Form action={paths.programmeImports(at)} files>
            <FileField
              form={form}
              name="file"
              label="Файл с программой"
              hint="DOCX, не больше 20 МБ. Картинки не переносятся"
              accept=".docx"
            />
            <SubmitButton>Разобрать файл</SubmitButton>
          </Form>
        </Sheet>
        {imports.length > 0 && (
          <Sheet title="Начатые файлы">
            <RowList
              rows={imports.map(({ id, fileName, createdAt, left }) => (
                <>
                  <TextLink href={paths.programmeImport({ ...at, import: id })}>{fileName}</TextLink>
                  <span class="pl-sub">{nb(`${day(createdAt)}, осталось ${pieces(left)} текста`)}</span>
                </>
              ))}
            />
          </Sheet>
        )}
      </Stack>
    </PageFrame>
  )
  return { title, body }
})

/** What of a file went where: unclear text first, with a place to choose; then all that has one. */
export const importPage = draftPage(async (sheet, { ctx, tx, form, params }) => {
  const at = atProgramme(ctx, sheet)
  const file = await importOf(tx, ctx, sheet.one.id, params.import ?? '')
  if (!file) return null
  const { recognised, unplaced, fileName } = file
  const topics = [
    ...recognised.topics,
    ...sheet.content.topics.filter(({ id }) => !recognised.topics.some((topic) => topic.id === id)),
  ]
  const own = ownPlaces(sheet.owner.regulation)
  const isDone = recognised.pieces.length === 0 && unplaced.length === 0
  const body = (
    <PageFrame
      form={form}
      way={[...wayTo(ctx, sheet), { href: paths.programmeImports(at), label: title }]}
      outcome="Не перенесено"
      title={fileName}
      more={
        isDone
          ? 'Весь текст файла перенесён.'
          : `Разложено ${pieces(recognised.pieces.length)} текста, без места ${unplaced.length}.`
      }
    >
      {recognised.notes.length > 0 && (
        <Notice tone="wait" title="Не всё из файла можно перенести">
          {recognised.notes.map((note) => (
            <p>{nb(`${note}.`)}</p>
          ))}
        </Notice>
      )}
      {!isDone && (
        <Form action={paths.programmeImport({ ...at, import: file.id })} guard>
          <Stack>
            {unplaced.length > 0 && <Unplaced form={form} file={file} choices={placeChoices(topics, own)} />}
            <Placed form={form} file={file} topics={topics} own={own} />
          </Stack>
          <Dock text={nb('Перенесётся то, у чего есть место. Остальное останется здесь.')}>
            <SubmitButton name="intent" value="apply">
              Перенести в программу
            </SubmitButton>
            <SubmitButton name="intent" value="save" kind="secondary">
              Разложить и проверить
            </SubmitButton>
          </Dock>
        </Form>
      )}
    </PageFrame>
  )
  return { title, body }
})

function Unplaced({ form, file, choices }: { form: FormState | null; file: Import; choices: readonly Choice[] }) {
  return (
    <Sheet title="Без места">
      <p>{nb('Выберите, куда идёт текст; слова можно поправить. Для ненужного выберите «Не переносить».')}</p>
      {file.unplaced.map(({ id, text }, index) => {
        const name = (field: string) => `pieces.${index}.${field}`
        const typed = valueOf(form, name('id')) === id ? form : null
        return (
          <div class="pl-rows__row">
            <div>
              <input type="hidden" name={name('id')} value={id} />
              <TextArea
                form={typed}
                name={name('text')}
                label={`Текст ${index + 1}`}
                initial={text}
                rows={Math.min(6, 1 + Math.ceil(text.length / 90))}
              />
              <SelectField
                form={typed}
                name={name('to')}
                label={`Куда: текст ${index + 1}`}
                choices={choices}
                empty="Пока никуда"
              />
            </div>
          </div>
        )
      })}
    </Sheet>
  )
}

type PlacedProps = {
  form: FormState | null
  file: Import
  topics: readonly { id: string; title: string }[]
  own: readonly OwnField[]
}
type Group = { title: string; id: string; names: Readonly<Record<string, string>>; placeOf: (name: string) => PiecePlace }

function Placed({ form, file: { recognised }, topics, own: sections }: PlacedProps) {
  const hours = new Map(recognised.topics.map((topic) => [topic.id, topic.hours]))
  const [first, ...rest] = fixedPlaceNames.map(
    ({ title, names }, index): Group => ({ title, id: String(index), names, placeOf: (name) => name as PiecePlace }),
  )
  const ofTopics = topics.map(
    ({ id, title }): Group => ({
      ...{ title: `Тема: ${title}`, id, names: topicPlaceNames },
      placeOf: (name) => `topic.${id}.${name}` as PiecePlace,
    }),
  )
  const ofPaper: Group = {
    ...{ title: ownTitle, id: 'own', names: Object.fromEntries(sections.map(({ code, caption }) => [code, caption])) },
    placeOf: ownPlace,
  }
  return [...(first ? [first] : []), ...ofTopics, ...rest, ofPaper].map(({ title, id, names, placeOf }) => {
    const placed = Object.entries(names).flatMap(([name, label]) => {
      const own = recognised.pieces.filter(({ place }) => place === placeOf(name))
      return own.length === 0 ? [] : [{ label, own }]
    })
    const declared = hours.get(id)
    return placed.length === 0 ? null : (
      <Sheet title={title} id={`place-${id}`} aside={declared ? <p>{hoursText(declared)}</p> : undefined}>
        {placed.map(({ label, own }) => (
          <>
            <h3 class="govuk-heading-s">{label}</h3>
            <ul class="pl-rows__list">
              {own.map((piece) => (
                <PlacedText piece={piece} form={form} />
              ))}
            </ul>
          </>
        ))}
      </Sheet>
    )
  })
}

/** A piece with its tick «Не сюда», which takes it back among those without a place. */
function PlacedText({ piece: { id, text }, form }: { piece: PlacedPiece; form: FormState | null }) {
  return (
    <li class="pl-rows__row pl-rows__row--piece">
      <span class="pl-pre">{nb(text)}</span>
      <div class="govuk-checkboxes govuk-checkboxes--small">
        <div class="govuk-checkboxes__item">
          <input
            class="govuk-checkboxes__input"
            id={`back-${id}`}
            type="checkbox"
            name="back[]"
            value={id}
            checked={valuesOf(form, 'back[]').includes(id)}
          />
          <label class="govuk-label govuk-checkboxes__label" for={`back-${id}`}>
            Не сюда<span class="govuk-visually-hidden">: {text.slice(0, 60)}</span>
          </label>
        </div>
      </div>
    </li>
  )
}
