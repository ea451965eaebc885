import { z } from 'zod'
import { asId } from '../../kernel/ids.ts'
import { keysOf } from '../../kernel/records.ts'
import type { RegulationLineId } from '../../kernel/types.ts'
import {
  checkbox,
  type Field,
  line,
  lineRead,
  optionalLine,
  optionalRadios,
  radios,
  readsOf,
  select,
  unseen,
} from '../../kit/form/fields.ts'
import { officeFields as ofOffice } from '../../kit/order/office-fields.ts'
import { letterheadOf } from '../orders/office-rules.ts'
import { genders } from '../people/model.ts'
import type { NewTerritory } from './commands/make-territory.ts'
import { timeZones } from './rules.ts'

const levels = { municipal: 'Муниципальный: район, округ, город', regional: 'Региональный: область, край, республика' } as const

const email = z.preprocess(
  (value) => (typeof value === 'string' ? value.trim() : ''),
  z
    .string()
    .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'Напишите адрес почты, например nachalnik@primer.ru')
    .max(200, 'Сократите адрес почты'),
)

export const territoryFields = {
  name: line('Полное название', { told: 'полное название', hint: 'Например, Усть-Ишимский муниципальный район', most: 200 }),
  shortName: line('Краткое название', { hint: 'Так территория названа в шапке и списках: Усть-Ишимский район', most: 60 }),
  code: optionalLine('Код в адресах страниц', {
    what: 'код',
    hint: 'Латинские буквы, цифры и дефис. Можно оставить пустым: код получится из краткого названия',
    width: 30,
    most: 60,
  }),
  level: radios('Уровень', { of: ['municipal', 'regional'], named: (level) => levels[level] }),
  region: optionalLine('Регион', {
    hint: 'Например, Омская область. У региональной территории можно оставить пустым',
    most: 150,
  }),
  timeZone: select('Часовой пояс', {
    what: 'часовой пояс',
    of: keysOf(timeZones),
    named: (zone) => timeZones[zone][0],
  }),
}

export const officeFields = {
  authorityName: line('Полное название органа', {
    what: 'полное название органа',
    hint: 'Кто присваивает статус площадки и подписывает',
    most: 400,
  }),
  authorityShort: line('Краткое название органа', {
    what: 'краткое название органа',
    hint: 'Например, Комитет образования',
    most: 150,
  }),
  ...ofOffice,
}

export const operatorFields = {
  operatorName: optionalLine('Полное название оператора', {
    what: 'полное название оператора',
    hint: 'Методический центр или институт, который ведёт сеть. Пусто — её ведёт сам орган',
    most: 400,
  }),
  operatorShort: optionalLine('Краткое название оператора', { what: 'краткое название оператора', most: 150 }),
}

export const officialFields = {
  familyName: line('Фамилия', { what: 'фамилию', width: 30, most: 100 }),
  givenName: line('Имя', { width: 30, most: 100 }),
  patronymic: optionalLine('Отчество', { hint: 'Если есть', width: 30, most: 100 }),
  gender: optionalRadios('Пол', {
    hint: 'Можно не отмечать, когда его видно по отчеству',
    of: genders,
    named: (gender) => (gender === 'female' ? 'Женский' : 'Мужской'),
  }),
  post: line('Должность в органе', { what: 'должность', hint: 'Например, начальник управления образования', most: 200 }),
  email: {
    ...lineRead('Почта', email, {
      hint: 'На неё отправим приглашение: пароль человек задаст сам, а если с этой почтой уже входят — ответит под своим паролем',
    }),
    look: { as: 'line', type: 'email', width: 30 },
  } satisfies Field<string>,
  signs: checkbox('Руководит органом и подписывает его документы'),
}

const toEmpty = 'empty'
export const regulationField = {
  regulation: unseen('Положение', z.string({ error: 'Выберите, с какого Положения начать' }).max(40)),
}
export const emptyChoice = { value: toEmpty, label: 'Пустое: его напишут в редакторе' }

const nameBoth = 'Назовите оператора полностью и кратко или оставьте оба названия пустыми'

/** Everything an administrator says of a new territory. */
export const newTerritoryForm = z
  .object(readsOf({ ...territoryFields, ...officeFields, ...operatorFields, ...officialFields, ...regulationField }))
  // Told with the other empty fields, not after them.
  .refine(({ level, region }) => level === 'regional' || Boolean(region), {
    path: ['region'],
    message: 'Напишите регион, например Томская область',
    when: () => true,
  })
  .transform((typed, context): NewTerritory => {
    const { name, shortName, code, level, region, timeZone, operatorName, operatorShort, regulation } = typed
    const copyOf = regulation === toEmpty ? null : asId<RegulationLineId>(regulation)
    if (regulation !== toEmpty && copyOf === null)
      context.addIssue({ code: 'custom', path: ['regulation'], message: 'Выберите, с какого Положения начать' })
    if ((operatorName === null) !== (operatorShort === null))
      context.addIssue({ code: 'custom', path: [operatorName === null ? 'operatorName' : 'operatorShort'], message: nameBoth })
    return {
      ...{ name, shortName, level, region, timeZone, copyOf },
      code: code?.toLowerCase() ?? null,
      authority: { name: typed.authorityName, shortName: typed.authorityShort, settlement: typed.settlement },
      operator: operatorName !== null && operatorShort !== null ? { name: operatorName, shortName: operatorShort } : null,
      office: {
        actKind: typed.actKind,
        letterhead: letterheadOf(typed.letterhead, typed.authorityName),
        enactingWord: typed.enactingWord,
        numberForm: typed.numberForm,
      },
      official: {
        familyName: typed.familyName,
        givenName: typed.givenName,
        patronymic: typed.patronymic,
        gender: typed.gender,
        post: typed.post,
        email: typed.email,
        signs: typed.signs,
      },
    }
  })

export const invitationForm = z.object({ email })
