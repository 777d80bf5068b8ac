/**
 * Thai for sentences that Swagger UI has in its program, where a style cannot reach. It gets the source of each of these
 * functions, so each may use nothing from outside but `ui`.
 */
import type { UiAnswer } from './docs-ui.js';

/** The part of React that is used here. */
interface ReactLike {
  createElement(type: string, props: object, ...children: unknown[]): unknown;
  cloneElement(element: unknown, props: object, ...children: unknown[]): unknown;
  isValidElement(node: unknown): boolean;
}
type WithReact = { React: ReactLike; fn: typeof words };
type Component = new (...props: never[]) => { render(): unknown };

/** `For 'id': Required field is not provided.` */
function inThai(sentence: string): string {
  const [, field, mistake = ''] = /^For '([^']+)'.*?: (.*)\.$/.exec(sentence) ?? [];
  const known: [RegExp, string][] = [
    [/^Required/, 'ยังว่างอยู่ กรุณากรอก หรือเปิดดูรายการก่อน แล้วหน้านี้จะเติมให้'],
    [/(number|integer)$/, 'กรุณากรอกเป็นตัวเลข'],
    [/(less|greater) than/, 'ตัวเลขอยู่นอกช่วงที่กำหนด'],
    [/(longer than|at least)/, 'จำนวนตัวอักษรไม่อยู่ในช่วงที่กำหนด'],
    [/DateTime$/, 'กรุณากรอกวันเวลา เช่น 2026-01-31T00:00:00.000Z'],
  ];
  const [, thai] = known.find(([pattern]) => pattern.test(mistake)) ?? [];
  return field === undefined ? sentence : `ช่อง ${field}: ${thai ?? 'ค่าไม่ถูกต้อง'}`;
}

/** An element with the words of the drop-down of examples in Thai. */
function speakThai(ui: WithReact, node: unknown): unknown {
  if (node === '[Modified value]') return 'เนื้อหาในช่องด้านล่าง (เติมหรือแก้ไขแล้ว)';
  if (Array.isArray(node)) return node.map((each) => ui.fn.speakThai(ui, each));
  if (!ui.React.isValidElement(node)) return node;
  const { children } = (node as { props: { children?: unknown } }).props;
  if (children === undefined) return node;
  const all = Array.isArray(children) ? children : [children];
  return ui.React.cloneElement(node, {}, ...all.map((each) => ui.fn.speakThai(ui, each)));
}

export const words = { inThai, speakThai };

export const wordsOfComponents = {
  ExamplesSelect: (Original: Component, ui: WithReact) =>
    class extends Original {
      override render() {
        return ui.fn.speakThai(ui, super.render());
      }
    },
  // Why a sign-in failed. What the server says there is for programs (RFC 6749).
  authError:
    (_original: Component, ui: WithReact) =>
    ({ error }: { error: { get(member: string): string } }) => {
      const said = error.get('message') ?? '';
      const text = /invalid_(grant|request)/.test(said)
        ? 'เข้าสู่ระบบไม่สำเร็จ กรุณาตรวจชื่อผู้ใช้และรหัสผ่าน'
        : /Too Many|429/.test(said)
          ? 'ลองผิดหลายครั้งแล้ว กรุณารอสักครู่ แล้วลองใหม่'
          : 'เข้าสู่ระบบไม่สำเร็จ ระบบไม่ตอบ กรุณาลองใหม่อีกครั้ง';
      return ui.React.createElement('div', { className: 'errors' }, text);
    },
};

/** Of fields that must be filled in. */
export const wordsOfMistakes =
  (original: (...asked: unknown[]) => string[], ui: WithReact) =>
  (_state: unknown, ...asked: unknown[]) =>
    original(...asked).map((sentence) => ui.fn.inThai(sentence));

/** A service out of reach, of which the browser says only that it failed. */
export const wordsOfSilence =
  (original: (path: string, method: string, answer: UiAnswer) => unknown) =>
  (path: string, method: string, answer: UiAnswer) => {
    if (answer.err?.message.includes('Failed to fetch'))
      answer.err.message = '**ติดต่อระบบไม่ได้** กรุณาตรวจการเชื่อมต่ออินเทอร์เน็ต แล้วลองใหม่อีกครั้ง';
    return original(path, method, answer);
  };
