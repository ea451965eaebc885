import type { Territory } from '../../../authz/ctx.ts'
import { deedPage } from '../../../kit/deed-page.tsx'
import type { Option } from '../../../kit/form/fields.ts'
import { FormFields, FormPage } from '../../../kit/form/view.tsx'
import type { ThingPage } from '../../../kit/thing.ts'
import { invitedWords } from '../../../regulation/work/describe.ts'
import { askedFor } from '../../../ui/fields.ts'
import { peopleToChoose } from '../../people/choice-queries.ts'
import { meetings, type OpenMeeting } from '../case.ts'
import { callMeeting, changeMeeting } from '../deeds.ts'
import { type KindHere, kindsHere } from '../kinds.ts'
import { paths } from '../paths.ts'

const section = 'meetings' as const

/** A kind with whom it invites and where that is said; what the centre has chosen is named so. */
const kindRow = ({ key, title, invited, basis }: KindHere): Option => ({
  value: key,
  label: title,
  hint:
    basis === null
      ? 'Настройка центра, в Положении её нет. Кого пригласить, вы назовёте сами'
      : `${basis.text}. Приглашаются по реестру: ${invited.map((one) => invitedWords[one]).join(' и ')}`,
})

/** The form of a new meeting. */
export const newMeetingPage: ThingPage<Territory> = async (held, { ctx, tx, form, params }) => {
  const begins = callMeeting.begins(ctx, held)
  const { typed, chosen } = askedFor(form, 'chairId')
  const [kinds, chairs] = await Promise.all([
    kindsHere(tx, ctx),
    peopleToChoose(tx, ctx, { typed, chosen: chosen || (begins.chairId ?? '') }),
  ])
  const list = paths.meetings({ territory: ctx.territory.code })
  const [only, ...others] = kinds
  const body = (
    <FormPage
      way={[{ href: list, label: 'Совещания' }]}
      title="Созвать совещание"
      more="Приглашения уйдут сразу, как вы нажмёте кнопку"
      outcome="Совещание не созвано"
      form={form}
      conflict={false}
      action={callMeeting.address(params)}
      button="Созвать и пригласить"
      leave={{ href: list, label: 'Не созывать' }}
      wide
    >
      <FormFields
        of={callMeeting.form}
        form={form}
        begins={{ ...begins, ...(only && others.length === 0 && { kind: only.key }) }}
        rows={{ kind: kinds.map(kindRow), chairId: chairs }}
      />
    </FormPage>
  )
  return { title: 'Созвать совещание', section, body }
}

/** The form that moves or changes a meeting. */
export const editPage: ThingPage<OpenMeeting> = async (opened, request) => {
  const { ctx, tx, form } = request
  const { typed, chosen } = askedFor(form, 'chairId')
  const chairs = await peopleToChoose(tx, ctx, { typed, chosen: chosen || opened.one.chairId })
  return deedPage(meetings, changeMeeting, {
    section,
    title: 'Перенести или изменить',
    more: ({ one }) => one.title,
    way: ({ territory }, { one }) => [
      { href: paths.meetings({ territory: territory.code }), label: 'Совещания' },
      { href: paths.meeting({ territory: territory.code, meeting: one.id }), label: one.title },
    ],
    outcome: 'Ничего не изменено',
    changed: 'совещание изменил другой человек',
    buttons: { save: 'Сохранить и сообщить' },
    leave: 'Не менять',
    rows: { chairId: chairs },
  })(opened, request)
}
