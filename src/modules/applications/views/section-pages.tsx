import type { ComponentChildren } from 'preact'
import { longDate } from '../../../kernel/dates.ts'
import type { Offer } from '../../../kit/deed-types.ts'
import { asked, bothTexts, type Fields, type Option, written } from '../../../kit/form/fields.ts'
import { OwnFields } from '../../../kit/form/own-fields.tsx'
import { FormFields } from '../../../kit/form/view.tsx'
import { ruleTexts } from '../../../kit/install.ts'
import type { ThingPage, ThingRequest } from '../../../kit/thing.ts'
import type { Basis } from '../../../regulation/cite.ts'
import { ruledFor } from '../../../regulation/exceptions/questions.ts'
import { ownSaid } from '../../../regulation/fields.ts'
import { type ApplicationSection, applicationSections, ownItems } from '../../../regulation/intake/questions.ts'
import type { ApplicationItem } from '../../../regulation/kinds.ts'
import { lastDayOfStatus } from '../../../regulation/status/questions.ts'
import { nb, TextLink } from '../../../ui/content.ts'
import { DraftState, Form, valueOf } from '../../../ui/fields.ts'
import { ButtonGroup, Columns, Conflict, Notice, PageFrame, Sheet, SubmitButton } from '../../../ui/frame.ts'
import { ruleText } from '../../../web/refusals.ts'
import { type Answer, notFound, seeOther } from '../../../web/route.ts'
import { initialsOf } from '../../people/name-queries.ts'
import { BasisLink } from '../../regulation/clause-links.tsx'
import { directionsOf } from '../call-queries.ts'
import type { ApplicationCase } from '../case.ts'
import { type PartKey, saveAdviser, saveOrganisation, saveOwn, saveOwnFile, saveTheme } from '../deeds/write.ts'
import type { Remark } from '../operator/model.ts'
import { remarksOf } from '../operator/queries.ts'
import { paths } from '../paths.ts'
import { caseFacts, isWritable, taking, termObjection } from '../rules.ts'
import { sectionNames } from '../texts.ts'
import { type OpenApplication, opened } from '../view-queries.ts'
import { itemCaption, momentOf, wayTo } from '../wording.ts'

/** What every page of a section is made from. */
export type SectionShown = {
  readonly open: OpenApplication
  readonly request: ThingRequest
  readonly at: { readonly territory: string; readonly application: string }
  /** Remarks of the operator at this section, while the application is being revised. */
  readonly remarks: readonly Remark[]
  readonly basis: Basis | null
  /** Who saved a part last, «Снигур Н. А.», and when; null: nobody yet. */
  readonly savedBy: (part: PartKey) => { readonly by: string; readonly at: string } | null
}

/** A question is answered while the application is in the hands of its authors; later its page is that of the application. */
export const sectionPage =
  (section: ApplicationSection, show: (shown: SectionShown) => Promise<Answer>): ThingPage<ApplicationCase> =>
  async (found, request) => {
    const { ctx, tx } = request
    const { one, regulation, saves } = found
    const at = { territory: ctx.territory.code, application: one.id }
    const rule = applicationSections(regulation).find(({ code }) => code === section)
    if (!rule) return notFound
    if (!isWritable(one.state)) return seeOther(paths.application(at))
    const people = saves.map(({ savedBy }) => savedBy)
    const [open, remarks, nameOf] = await Promise.all([
      opened(tx, ctx, found),
      one.state === 'returned' ? remarksOf(tx, ctx, one.id, one.round) : [],
      initialsOf(tx, ctx, people),
    ])
    const own = remarks.filter((remark) => remark.section.split('.')[0] === section && remark.settledAt === null)
    const savedBy = (part: PartKey) => {
      const save = saves.find((each) => each.section === part)
      return save ? { by: nameOf(save.savedBy), at: momentOf(save.savedAt, ctx.territory.timeZone) } : null
    }
    return show({ open, request, at, remarks: own, basis: rule.basis, savedBy })
  }

type FrameProps = SectionShown & {
  readonly title: string
  readonly more: string
  /** The part of which somebody else was faster, with both texts. */
  readonly clash: { readonly part: PartKey; readonly fields: ReturnType<typeof bothTexts> } | null
  readonly children: ComponentChildren
}

/** A page of one section: way back, what went wrong, remarks, both texts of a conflict. */
export function SectionFrame({ open, request, remarks, savedBy, title, more, basis, clash, children }: FrameProps) {
  const territory = request.ctx.territory.code
  const { conflict, form } = request
  return (
    <PageFrame
      way={wayTo(territory, open.app)}
      outcome="Не сохранено"
      form={conflict ? null : form}
      before={
        conflict &&
        clash && <Conflict what={`этот раздел уже сохранили: ${savedBy(clash.part)?.by ?? ''}`} fields={clash.fields} />
      }
      title={title}
      more={
        <>
          {more} {basis && <BasisLink territory={territory} basis={basis} />}
        </>
      }
    >
      {remarks.length > 0 && (
        <Notice tone="late" title="Замечания к этому разделу">
          {remarks.map(({ text, madeByName }) => (
            <p class="pl-pre">{nb(`${text} (${madeByName})`)}</p>
          ))}
        </Notice>
      )}
      {children}
    </PageFrame>
  )
}

/** The buttons under a question: what is incomplete is kept too. */
export function SaveButtons({
  at,
  savedBy,
  part,
  auto,
}: Pick<SectionShown, 'at' | 'savedBy'> & { part: PartKey; auto?: boolean }) {
  const saved = savedBy(part)
  const words = saved ? `Сохранено ${saved.at}, ${saved.by}` : 'Можно сохранить и то, что не закончено'
  return (
    <>
      <ButtonGroup>
        <SubmitButton>Сохранить и вернуться к заявке</SubmitButton>
        <TextLink href={paths.application(at)}>Вернуться, не сохраняя</TextLink>
      </ButtonGroup>
      <p class="pl-small pl-quiet">{auto ? <DraftState text={words} /> : words}</p>
    </>
  )
}

type PartForm = {
  readonly title: string
  readonly more: string
  /** The name of the page, where it is not that of the section. */
  readonly name?: string
  readonly part: PartKey
  readonly chosen?: Readonly<Record<string, string>>
  readonly begins?: Readonly<Record<string, string>>
  readonly fields?: Fields
  readonly rows?: Readonly<Record<string, readonly Option[]>>
  readonly over?: Readonly<Record<string, ComponentChildren>>
  readonly above?: ComponentChildren
}

/** The page of a part that is one form, which keeps itself while somebody writes. */
const partPage = (
  deed: Offer<ApplicationCase>,
  section: ApplicationSection,
  formOf: (shown: SectionShown) => PartForm | null | Promise<PartForm | null>,
) =>
  sectionPage(section, async (shown) => {
    const { open, request } = shown
    const { ctx, form } = request
    const found = await formOf(shown)
    if (!found) return notFound
    const { part, chosen, begins = deed.begins(ctx, open), fields = deed.form, rows, over } = found
    const action = deed.address(ctx, open, chosen)
    const clash = { part, fields: bothTexts(fields, (name) => valueOf(form, name), begins, rows) }
    const body = (
      <SectionFrame {...shown} title={found.title} more={found.more} clash={clash}>
        <Columns kind="form">
          <Sheet>
            {found.above}
            <Form action={action} version={deed.version(open, chosen)} guard autosave={action}>
              <FormFields of={fields} {...{ form, begins, rows, over }} />
              <SaveButtons {...shown} part={part} auto />
            </Form>
          </Sheet>
        </Columns>
      </SectionFrame>
    )
    return { title: found.name ?? sectionNames[section], section: 'applications', body }
  })

/** What the site will be about and for how long. (C-33) */
export const themePage = partPage(
  saveTheme,
  'theme',
  async ({ open: { app, regulation, participants }, request: { ctx, tx, form } }) => {
    const directions = await directionsOf(tx, ctx, app, regulation)
    const objection = form === null && termObjection(regulation, app, participants)
    const last =
      app.wantedFrom === null ? null : lastDayOfStatus(ruledFor(regulation, caseFacts(app.theme, participants)), app.wantedFrom)
    const longest =
      last?.value && last.basis ? `По Положению — не дольше чем по ${longDate(last.value)} (${last.basis.text})` : undefined
    return {
      part: 'theme',
      title: 'Тема и срок',
      more: 'О чём будет площадка и на какой срок вы просите статус.',
      fields: asked(saveTheme.form, { direction: directions.length > 0 && {}, wantedFrom: { hint: longest } }),
      rows: { direction: directions },
      above: objection && (
        <Notice tone="late" title="Такой срок не дадут">
          <p>{nb(ruleText(ruleTexts(), objection))}</p>
        </Notice>
      ),
    }
  },
)

/** Who advises the site, or that nobody does. (R-A1) */
export const adviserPage = partPage(saveAdviser, 'adviser', ({ open: { regulation } }) => ({
  part: 'adviser',
  title: itemCaption(regulation, 'scientificAdviser', 'Научный руководитель'),
  more: 'Если научного руководителя нет, отметьте это: так тоже можно.',
}))

/** The paper's own items; each file is sent by itself. */
export const ownPage = sectionPage('own', async (shown) => {
  const { open, request, at } = shown
  const { ctx, form, params } = request
  const items = ownItems(open.regulation)
  const typed = params.field === undefined ? form : null
  const action = saveOwn.address(ctx, open)
  const clash = {
    part: 'own' as const,
    fields: items
      .filter(({ kind }) => kind !== 'file')
      .map((item) => ({
        label: item.caption,
        yours: valueOf(typed, `own.${item.code}`),
        theirs: ownSaid(item, open.app.own[item.code]),
      })),
  }
  const body = (
    <SectionFrame {...shown} title={sectionNames.own} more="Что ещё указывают в заявке." clash={clash}>
      <Columns kind="form">
        {clash.fields.length > 0 && (
          <Sheet>
            <Form action={action} version={saveOwn.version(open)} guard autosave={action}>
              <OwnFields of={items} form={typed} values={open.app.own} />
              <SaveButtons {...shown} part="own" auto />
            </Form>
          </Sheet>
        )}
        {items
          .filter(({ kind }) => kind === 'file')
          .map(({ code, caption }) => {
            const kept = open.view.own?.find((one) => one.code === code)
            return (
              <Sheet title={caption}>
                {kept?.fileId && (
                  <p>
                    <TextLink href={paths.applicationFile({ ...at, file: kept.fileId })}>{kept.text}</TextLink>
                  </p>
                )}
                <Form
                  action={saveOwnFile.address(ctx, open, { field: code })}
                  version={saveOwnFile.version(open, { field: code })}
                  files
                  guard
                >
                  <FormFields of={saveOwnFile.form} form={params.field === code ? form : null} />
                  <SubmitButton kind="secondary">{kept?.fileId ? 'Заменить файл' : 'Приложить файл'}</SubmitButton>
                </Form>
              </Sheet>
            )
          })}
      </Columns>
    </SectionFrame>
  )
  return { title: sectionNames.own, section: 'applications', body }
})

/** What the form asks of one organisation, filled in from the registers beforehand. (R-A1) */
export const organisationPage = partPage(saveOrganisation, 'organisations', ({ open, request }) => {
  const { participants, regulation } = open
  const one = participants.find(({ id }) => id === request.params.organisation)
  if (!one) return null
  const caption = (code: ApplicationItem, fallback: string) => itemCaption(regulation, code, fallback)
  const { form } = saveOrganisation
  return {
    part: `organisation:${one.id}`,
    chosen: { organisation: one.id },
    title: one.shortName,
    name: one.shortName,
    more: 'Взято из реестра. Поправьте, если в уставе написано иначе: реестр от этого не изменится.',
    begins: written<Fields>(form, one),
    fields: asked(form, {
      charterName: { label: caption('fullName', 'Полное название по уставу') },
      legalAddress: { label: caption('legalAddress', 'Юридический адрес') },
      headName: { label: caption('headOfOrganisation', 'Руководитель организации') },
      // Several organisations under one programme: each says what it does.
      share: taking(participants).length > 1 && {},
    }),
    over: { phone: <h2 class="govuk-heading-s">{nb(caption('contacts', 'Телефон, факс, почта'))}</h2> },
  }
})
