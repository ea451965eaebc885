import {
  AlignmentType,
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'

const bytes = async (document: Document): Promise<Uint8Array> => new Uint8Array(await Packer.toBuffer(document))
const p = (text: string) => new Paragraph({ text })
const table = (...rows: string[][]) =>
  new Table({
    rows: rows.map((row) => new TableRow({ children: row.map((text) => new TableCell({ children: text.split('\n').map(p) })) })),
  })

/** Headings numbered by the word processor, lists with marks, sessions in a table. */
export function withHeadings(): Promise<Uint8Array> {
  const h = (level: 1 | 2, text: string, numbered = false) =>
    new Paragraph({
      text,
      heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
      ...(numbered ? { numbering: { reference: 'parts', level: 0 } } : {}),
    })
  const topic = (text: string) =>
    new Paragraph({ text, heading: HeadingLevel.HEADING_2, numbering: { reference: 'topics', level: 0 } })
  const li = (text: string) => new Paragraph({ text, bullet: { level: 0 } })
  return bytes(
    new Document({
      numbering: {
        config: [
          {
            reference: 'parts',
            levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START }],
          },
          {
            reference: 'topics',
            levels: [{ level: 0, format: LevelFormat.DECIMAL, text: 'Тема %1.', alignment: AlignmentType.START }],
          },
        ],
      },
      sections: [
        {
          children: [
            p('Программа региональной стажировочной площадки «Урок для каждого»'),
            h(1, 'Пояснительная записка', true),
            h(2, 'Актуальность программы стажировки'),
            p('Четверть школ показывает низкие результаты.'),
            p('Учителям нужен опыт, проверенный рядом.'),
            h(2, 'Цель'),
            p('Научить готовить уроки, на которых работает каждый.'),
            h(2, 'Задачи'),
            li('показать приёмы взаимного обучения;'),
            li('научить педагогов готовить свой урок.'),
            h(2, 'Контингент стажёров'),
            p('Руководители, педагоги, студенты и др.'),
            h(2, 'Основные направления стажировочной деятельности'),
            li('взаимное обучение'),
            h(1, 'Содержание программы стажировки', true),
            topic('Взаимное обучение на уроке (12 часов)'),
            p('Задачи:'),
            li('научить проектировать урок;'),
            li('сформировать понимание совместной работы;'),
            li('развивать умение задавать вопросы.'),
            h(2, 'Содержание работы по теме'),
            table(
              ['№', 'Занятие', 'Форма', 'Часы'],
              ['1', 'Как устроен урок', 'Семинар', '6'],
              ['2', 'Разбор записей', 'вебинар, дистанционно', '1,5'],
            ),
            p('Стажёрские пробы'),
            li('Фрагмент урока: подготовьте и проведите, 4 ч'),
            p('Планируемые результаты стажировки:'),
            li('понимание условий работы пар'),
            li('развитие умения слушать'),
            topic('Оценка (6 ч.)'),
            p('Задачи: научить составлять критерии; сформировать навык отзыва; развивать внимание к ученику'),
            h(1, 'История площадки'),
            p('Площадка работает с 2015 года.'),
            h(1, 'Ресурсное обеспечение', true),
            p('Кадровые ресурсы:'),
            li('Учителя высшей категории'),
            p('Материально-технические ресурсы: два класса'),
            p('Учебные и учебно-методические ресурсы площадки'),
            li('Сборник карточек'),
            h(1, 'Способы оценки образовательных результатов', true),
            h(2, 'Внешняя оценка'),
            p('Критерии'),
            li('работает каждый ученик: заняты 90 % класса'),
            p('Процедура: методист смотрит урок.'),
            p('Инструменты – лист наблюдения'),
            h(2, 'Самооценка'),
            p('Критерии: меняю урок по ходу'),
            p('Процедура'),
            p('Лист заполняют дважды.'),
          ],
        },
      ],
    }),
  )
}

/** No styles at all: typed numbers and captions in the line. */
export const plain = (): Promise<Uint8Array> =>
  bytes(
    new Document({
      sections: [
        {
          children: [
            '1. ПОЯСНИТЕЛЬНАЯ ЗАПИСКА',
            'Актуальность программы обусловлена тем, что учителям нужен опыт.',
            'Цель: помочь педагогам.',
            'Задачи:',
            '1) показать приёмы;',
            '2) подготовить уроки.',
            'Контингент: методисты',
            '2. Содержание программы',
            'Тема 1. «Разбор урока», 10 часов',
            'Научить:',
            '- видеть урок целиком',
            'Сформировать навык отзыва',
            'Содержание работы по теме:',
            '• Семинар «Критерии» (4 часа)',
            '• Погружение, дистанционно, 6 ч',
            'Планируемые результаты: умение смотреть урок',
            '3. Ресурсное обеспечение деятельности',
            'Кадровые ресурсы: методист',
            '4. Способы оценки',
            'Внешняя оценка образовательных результатов',
            'Методист смотрит урок.',
          ].map(p),
        },
      ],
    }),
  )

/** Everything in one table of two columns, and criteria in a table of their own. */
export const inTables = (): Promise<Uint8Array> =>
  bytes(
    new Document({
      sections: [
        {
          children: [
            table(
              ['Актуальность', 'Нужен опыт.\nОн есть у нас.'],
              ['Цель программы', 'Помочь педагогам'],
              ['Задачи', '- показать\n- подготовить'],
              ['Контингент стажёров', 'педагоги'],
              ['Тема 1. Урок (8 ч)', ''],
              ['Научить', 'проектировать'],
            ),
            p('Самооценка образовательных результатов'),
            table(['Критерий', 'Показатель'], ['меняю урок', 'примеры в дневнике']),
            table(['Год', 'Участники'], ['2020', '15'], ['2021', '20']),
          ],
        },
      ],
    }),
  )

const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** A note under the text, a picture, a hidden run: what is not plain text. */
export const odd = (): Promise<Uint8Array> =>
  bytes(
    new Document({
      footnotes: { 1: { children: [p('По данным за 2020 год.')] } },
      sections: [
        {
          children: [
            new Paragraph({
              children: [
                new TextRun('Цель: помочь'),
                new FootnoteReferenceRun(1),
                new TextRun({ text: 'тайное', vanish: true }),
                new ImageRun({ type: 'png', data: dot, transformation: { width: 1, height: 1 } }),
              ],
            }),
          ],
        },
      ],
    }),
  )

export const ofText = (...lines: string[]): Promise<Uint8Array> => bytes(new Document({ sections: [{ children: lines.map(p) }] }))
