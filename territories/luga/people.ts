import { category, invented, named, postsFrom } from '../../src/regulation/people-facts.ts'
import type { PersonFacts, PostFacts } from '../../src/regulation/register-facts.ts'

const since = '2018-09-01'
const post = postsFrom(since)
const teacher = (organisation: string, subject: string, of: string) => post(organisation, 'teacher', `учитель ${of}`, subject)
const director = (organisation: string) => post(organisation, 'head', 'директор')
/** A post as the order knows it: from the day of the order. */
const ofOrder = (organisation: string, title: string): PostFacts => ({ ...post(organisation, 'head', title), from: '2021-01-28' })
const deputy = (organisation: string) => post(organisation, 'deputyHead', 'заместитель директора по учебно-воспитательной работе')

const highest = category('highest', '2019-03-01')
const first = category('first', '2019-11-01')
const won = (title: string) => ({ achievements: [{ title, on: '2020-04-17' }] })

const mathematics = ['математика', 'математики'] as const
const russian = ['русский язык и литература', 'русского языка и литературы'] as const
const physics = ['физика', 'физики'] as const
const english = ['английский язык', 'английского языка'] as const
const biology = ['биология', 'биологии'] as const
const primary = ['начальные классы', 'начальных классов'] as const
const history = ['история и обществознание', 'истории и обществознания'] as const

const officials: readonly PersonFacts[] = [
  named('krasiy', 'Красий С. В.', null, [ofOrder('committee', 'председатель комитета образования')], {
    grants: ['signatory', 'official'],
  }),
  named('naumova', 'Наумова Т. Я.', 'female', [ofOrder('centre', 'заведующий')], { grants: ['methodist'] }),
  named('snigur', 'Снигур Н. А.', null, [ofOrder('school3', 'руководитель организации')]),
  named('burzhinskaya', 'Буржинская Е. И.', 'female', [ofOrder('school4', 'руководитель организации')]),
  named('golubykh', 'Голубых Е. В.', null, [ofOrder('school6', 'руководитель организации')]),
  invented('orekhova', 'Орехова Нина Павловна', [post('committee', 'specialist', 'главный специалист')], {
    grants: ['official', 'administrator'],
  }),
  invented('zimina', 'Зимина Вера Аркадьевна', [post('centre', 'methodist', 'методист')], { grants: ['methodist'] }),
]

const siteStaff: readonly PersonFacts[] = [
  invented('lavrova', 'Лаврова Инна Сергеевна', [deputy('school3')], highest),
  invented('vetrova', 'Ветрова Мария Олеговна', [teacher('school3', ...mathematics)], {
    ...highest,
    ...won('Лауреат районного конкурса «Учитель года»'),
  }),
  invented('ilyin', 'Ильин Павел Андреевич', [teacher('school3', ...russian)], first),
  invented('sokolova', 'Соколова Елена Дмитриевна', [teacher('school3', ...physics)], highest),
  invented('mironov', 'Миронов Глеб Юрьевич', [deputy('school4')], highest),
  invented('tarasova', 'Тарасова Алла Викторовна', [teacher('school4', ...english)], first),
  invented('kuznetsova4', 'Кузнецова Дарья Ильинична', [teacher('school4', ...biology)], highest),
  invented('rybakov', 'Рыбаков Антон Львович', [teacher('school4', ...history)], first),
  invented('yasneva', 'Яснева Полина Геннадьевна', [deputy('school6')], first),
  invented('polyakova', 'Полякова Жанна Романовна', [teacher('school6', ...primary)], highest),
  invented('dubrovin', 'Дубровин Степан Ильич', [teacher('school6', ...mathematics)], first),
  invented('chernova', 'Чернова Лидия Фёдоровна', [teacher('school6', ...russian)], highest),
]

/** The institute of the region looks after the district too. */
const guests: readonly PersonFacts[] = [
  invented('kondratyev', 'Кондратьев Борис Андреевич', [], { alsoMemberOf: { territory: 'lenobl', person: 'kondratyev' } }),
]

const partnerStaff: readonly PersonFacts[] = [
  invented('headOredezh', 'Берёзкина Галина Петровна', [director('oredezh')]),
  invented('oredezh1', 'Гордеев Кирилл Максимович', [teacher('oredezh', ...mathematics)]),
  invented('oredezh2', 'Ежова Светлана Игоревна', [teacher('oredezh', ...russian)]),
  invented('headOsmino', 'Липатов Роман Евгеньевич', [director('osmino')]),
  invented('osmino1', 'Нестерова Юлия Борисовна', [teacher('osmino', ...english)]),
  invented('osmino2', 'Панов Виктор Алексеевич', [teacher('osmino', ...physics)]),
  invented('headToroshkovichi', 'Родионова Анна Васильевна', [director('toroshkovichi')]),
  invented('toroshkovichi1', 'Савина Ольга Николаевна', [teacher('toroshkovichi', ...primary)]),
  invented('toroshkovichi2', 'Трофимов Илья Денисович', [teacher('toroshkovichi', ...history)]),
  invented('headZaklinye', 'Устинов Денис Павлович', [director('zaklinye')]),
  invented('zaklinye1', 'Фролова Ксения Андреевна', [teacher('zaklinye', ...biology)]),
  invented('zaklinye2', 'Хохлова Марина Степановна', [teacher('zaklinye', ...mathematics)]),
  invented('headSerebryansky', 'Цветкова Раиса Михайловна', [director('serebryansky')]),
  invented('serebryansky1', 'Шубин Егор Олегович', [teacher('serebryansky', ...physics)]),
  invented('serebryansky2', 'Щербакова Вероника Ильинична', [teacher('serebryansky', ...russian)]),
  invented('headVolodarskoye', 'Юдин Сергей Константинович', [director('volodarskoye')]),
  invented('volodarskoye1', 'Яшина Екатерина Львовна', [teacher('volodarskoye', ...primary)]),
  invented('volodarskoye2', 'Абрамова Татьяна Глебовна', [teacher('volodarskoye', ...english)]),
  invented('headYamTesovo', 'Власова Надежда Кирилловна', [director('yamTesovo')]),
  invented('yamTesovo1', 'Дёмин Артём Вадимович', [teacher('yamTesovo', ...mathematics)]),
  invented('yamTesovo2', 'Жукова Алёна Тимофеевна', [teacher('yamTesovo', ...history)]),
]

/** People of order № 33 in their roles, and invented staff of the schools. */
export const people: readonly PersonFacts[] = [...officials, ...siteStaff, ...partnerStaff, ...guests]
