import type { ThingPage } from '../../../../kit/thing.ts'
import { nb, StateTag, TextLink, type Tone } from '../../../../ui/content.ts'
import { Checkboxes, errorOf, Form, type FormState, Radios, TextArea, valueOf } from '../../../../ui/fields.ts'
import { ButtonGroup, Details, Notice, PageFrame, Sheet, Stack, SubmitButton } from '../../../../ui/frame.ts'
import { paths } from '../../../../web/paths.ts'
import { seeOther } from '../../../../web/route.ts'
import { BasisLink } from '../../../regulation/clause-links.tsx'
import type { ApplicationCase } from '../../case.ts'
import { applicationTitle } from '../../queries.ts'
import { Proof } from '../../view-blocks.tsx'
import { momentOf } from '../../wording.ts'
import { checkedApplication } from '../check-queries.ts'
import { type CheckLine, checklistOf, type Seen } from '../checklist-rules.ts'
import { admitApplication } from '../deeds.ts'
import { placeName, type RemarkPlace, remarkPlaces } from '../rules.ts'
import { madeMeanwhile, organisationsOf } from './meanwhile-page.tsx'

/** The technical check: the list of the regulation, filled in by what the system sees, each line with its verdict and a remark. */
export const checkPage: ThingPage<ApplicationCase> = async (found, request) => {
  const { ctx, tx, form, conflict } = request
  const { one: app } = found
  const at = { territory: ctx.territory.code, application: app.id }
  if (!admitApplication.offered(ctx, found))
    return form === null ? seeOther(paths.application(at)) : madeMeanwhile(found, request, form)
  const checked = await checkedApplication(tx, ctx, found)
  const { view, open } = checked
  const lines = checklistOf(checked)
  const places = remarkPlaces(checked.regulation, view)
  const kept = paths.applicationRound({ ...at, round: String(app.round) })
  const compare = paths.applicationComparison(at)
  const title = `Проверка: ${applicationTitle(app)}`
  const sent = app.submittedAt === null ? '' : `отправлена ${momentOf(app.submittedAt, ctx.territory.timeZone)}`
  const body = (
    <PageFrame
      way={[
        { href: paths.applicationsToCheck(at), label: 'Проверка заявок' },
        { href: paths.application(at), label: applicationTitle(app) },
      ]}
      outcome="Проверка не записана"
      form={form}
      placeOf={(field) => lines[Number(/^items\.(\d+)/.exec(field)?.[1] ?? -1)]?.title}
      before={
        conflict && (
          <Notice tone="wait" title="Пока вы проверяли, заявка изменилась. Ваши отметки целы: сверьте и отправьте ещё раз" live />
        )
      }
      title={title}
      more={`${organisationsOf(view)}. «${view.theme}», ${sent}. Пока заявка не допущена, эксперты её не видят`}
      tools={[
        { href: kept, label: 'Прочитать заявку', icon: 'eye' },
        ...(app.round > 1 ? [{ href: compare, label: 'Что изменилось' }] : []),
        { href: paths.applicationDocument({ ...at, format: 'pdf' }), label: 'Печать', icon: 'print' },
      ]}
    >
      <Form action={admitApplication.address(ctx, found)} version={app.editVersion} guard>
        <Stack>
          {open.length > 0 && (
            <Sheet title="Прежние замечания" aside={<TextLink href={compare}>Сравнить с прежней подачей</TextLink>}>
              <Checkboxes
                form={form}
                name="settled[]"
                label="Отметьте, что исправлено"
                hint="Неотмеченное вернётся заявителю ещё раз"
                choices={open.map(({ id, section, text }) => ({ value: id, label: text, more: placeName(places, section) }))}
              />
            </Sheet>
          )}
          {[...Map.groupBy(lines, ({ section }) => section.replace(/\..*/, ''))].map(([section, own]) => (
            <Group title={groupName(places, section)} lines={own} all={lines} form={form} at={at} />
          ))}
          <Sheet title="Решение">
            <TextArea form={form} name="note" label="Примечание" hint="Видят сотрудники, заявитель не видит" rows={2} />
            <ButtonGroup>
              <SubmitButton name="intent" value="admit">
                Допустить заявку
              </SubmitButton>
              <SubmitButton kind="secondary" name="intent" value="return">
                Вернуть с замечаниями
              </SubmitButton>
            </ButtonGroup>
          </Sheet>
        </Stack>
      </Form>
    </PageFrame>
  )
  return { title, section: 'applications', body }
}

const tones: Readonly<Record<Seen, Tone>> = { fits: 'ok', lacks: 'late', look: 'wait' }
const words: Readonly<Record<Seen, string>> = { fits: 'Есть', lacks: 'Не хватает', look: 'Посмотрите сами' }
const initials: Readonly<Record<Seen, string>> = { fits: 'yes', lacks: 'no', look: '' }

/** «Программа в целом» is a place of remarks; the group of its lines is the programme. */
const groupName = (places: readonly RemarkPlace[], section: string) =>
  section === 'programme' ? 'Программа' : placeName(places, section)

type GroupProps = Pick<LineProps, 'form' | 'at'> & { title: string; lines: readonly CheckLine[]; all: readonly CheckLine[] }

/** Lines of one section; the clause they share is said once. */
function Group({ title, lines, all, form, at }: GroupProps) {
  const clauses = new Set(lines.map(({ basis }) => basis?.text))
  const shared = clauses.size === 1 ? (lines[0]?.basis ?? null) : null
  return (
    <Sheet title={title}>
      {shared && (
        <p class="pl-quiet">
          <BasisLink basis={shared} territory={at.territory} />
        </p>
      )}
      {lines.map((line) => (
        <Line line={shared ? { ...line, basis: null } : line} index={all.indexOf(line)} form={form} at={at} />
      ))}
    </Sheet>
  )
}

type LineProps = { line: CheckLine; index: number; form: FormState | null; at: { territory: string; application: string } }

function Line({ line, index, form, at }: LineProps) {
  const name = (field: string) => `items.${index}.${field}`
  const own = valueOf(form, name('code')) === line.code ? form : form && { ...form, values: without(form, index) }
  const typed = own === null ? line.seen === 'lacks' : valueOf(own, name('remark')) !== ''
  const wrong = errorOf(form, name('remark')) !== undefined || errorOf(form, name('passed')) !== undefined
  return (
    <div class="pl-check">
      <input type="hidden" name={name('code')} value={line.code} />
      <Radios
        form={own}
        name={name('passed')}
        label={line.title}
        hint={<What line={line} at={at} />}
        initial={initials[line.seen]}
        inline
        choices={[
          { value: 'yes', label: 'Проходит' },
          { value: 'no', label: 'Не проходит' },
        ]}
      />
      <Details summary="Что исправить" open={typed || wrong}>
        <TextArea
          form={own}
          name={name('remark')}
          label={`Замечание: ${line.title}`}
          initial={line.seen === 'lacks' ? line.why : ''}
          rows={2}
        />
      </Details>
    </div>
  )
}

/** When the list has changed since, what was typed for another line is not shown for this one. */
const without = ({ values }: FormState, index: number): FormState['values'] =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !name.startsWith(`items.${index}.`)))

/** What the system sees of a line, what to open, and the clause that asks for it. */
function What({ line: { seen, why, basis, evidence }, at }: Pick<LineProps, 'line' | 'at'>) {
  return (
    <>
      <StateTag tone={tones[seen]} word={words[seen]} /> {nb(why)} {basis && <BasisLink basis={basis} territory={at.territory} />}
      {evidence.length > 0 && (
        <ul class="govuk-list">
          {evidence.map((one) => (
            <li>
              <Proof evidence={one} fileHref={(file) => paths.applicationFile({ ...at, file })} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
