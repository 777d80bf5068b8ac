/**
 * One row of the form, read: each answer in its normal form and everything wrong with it, cell by cell. In
 * `นายสมชาย ใจดี, 812345678, ยินยอม` the name is divided, the lost 0 is put back and consent is given.
 */
import type { Offering } from '../../sellers/registration-rules.js';
import type { TableRow } from '../../platform/tabular/csv-reader.js';
import type { CellIssue } from './cell-issue.js';
import { formula, isNothing, oneLine, strangeCharacters } from './cell-text.js';
import type { Clearable } from '../columns/form-fields.js';
import { readConsent, type Consent } from './consent.js';
import {
  consentBasisRequired,
  consentProblems,
  contactUnreadable,
  cooperativeMissing,
  textTooLong,
} from './row-findings.js';
import { LONGEST_TEXT, RowSheet } from '../rows/row-sheet.js';
import type { FormMapping } from '../columns/mapping-proposal.js';
import { readEmail } from './email.js';
import { readContact, type Contacts } from './form-contact.js';
import { readOfferings } from './form-offerings.js';
import { readFormPerson, type FormPerson } from './form-person.js';
import { readTimestamp } from './form-timestamp.js';
import { readLineId } from './line-id.js';
import { readPhone } from './phone.js';
import { readRegistrationNumber, type RegistrationNumberReading } from './registration-number.js';

/** What one person answered, in normal form. Details not given are undefined; deleting them would slow every reader. */
export interface FormAnswer {
  responseId?: string;
  /** RFC 3339, UTC, milliseconds. */
  submittedAt?: string;
  /** First name empty if there is none. */
  person: FormPerson;
  cooperativeText: string;
  registrationNumber: RegistrationNumberReading;
  regionText: string;
  phone?: string;
  email?: string;
  lineId?: string;
  memberNumber?: string;
  offerings: Offering[];
  /** `declared`: the form did not ask, the caller stated the basis for the whole file. */
  consent: Consent | 'declared';
  publicListingConsent: boolean;
  wishedUsername?: string;
  /** Answers taken away by an edit; absent where an empty answer changes nothing. */
  cleared?: readonly Clearable[];
}

/** A row with any error is rejected; the answer is there nevertheless, so that the row is known again. */
export interface FormRow {
  row: number;
  answer: FormAnswer;
  issues: CellIssue[];
}

export interface FormReadingOptions {
  /** Headers as written, by place in the file. */
  headers: readonly string[];
  /** The caller stated the consent basis for the whole file; a consent column, if there is one, decides. */
  consentDeclared?: boolean;
}

const LONGEST_MEMBER_NUMBER = 40;

/** Reads rows under one mapping. Never throws, whatever the cells hold. */
export class FormReader {
  constructor(
    private readonly mapping: FormMapping,
    private readonly options: FormReadingOptions,
  ) {}

  read({ row, cells, problem }: TableRow): FormRow {
    const sheet = new RowSheet(row, cells, this.mapping, this.options.headers);
    if (problem) sheet.report(undefined, { ...problem, severity: 'error' });
    sheet.reportStrangeCharacters();
    return { row, answer: this.answer(sheet), issues: sheet.issues };
  }

  private answer(sheet: RowSheet): FormAnswer {
    const contacts = this.contacts(sheet);
    const registrationNumber = readRegistrationNumber(sheet.cell('registrationNumber'));
    sheet.report('registrationNumber', registrationNumber.finding);
    return {
      responseId: sheet.text('responseId'),
      submittedAt: sheet.reading('submittedAt', readTimestamp),
      person: this.person(sheet),
      cooperativeText: this.cooperative(sheet, registrationNumber),
      registrationNumber,
      regionText: oneLine(sheet.cell('region')),
      phone: sheet.reading('phone', readPhone) ?? contacts.phone,
      email: sheet.reading('email', readEmail) ?? contacts.email,
      lineId: sheet.reading('lineId', readLineId) ?? contacts.lineId,
      memberNumber: sheet.text('memberNumber', LONGEST_MEMBER_NUMBER),
      offerings: readOfferings(sheet.cell('offeringCategory'), sheet.cell('offeringDescription')),
      consent: this.consent(sheet),
      publicListingConsent: readConsent(sheet.cell('publicListingConsent')) === 'given',
      wishedUsername: sheet.text('wishedUsername'),
    };
  }

  private contacts(sheet: RowSheet): Contacts {
    const cell = sheet.cell('contact');
    const contacts = readContact(cell);
    const lost = !isNothing(oneLine(cell)) && Object.keys(contacts).length === 0;
    if (lost) sheet.report('contact', contactUnreadable);
    return contacts;
  }

  private person(sheet: RowSheet): FormPerson {
    const field = this.mapping.has('firstName') ? 'firstName' : 'fullName';
    const { person, findings } = readFormPerson({
      fullName: sheet.cell('fullName'),
      title: sheet.cell('title'),
      ...(this.mapping.has('firstName') && { firstName: sheet.cell('firstName') }),
      lastName: sheet.cell('lastName'),
    });
    const formulaFound = formula(sheet.cell(field));
    // What stands there instead of a name is told once.
    const broken = strangeCharacters(sheet.cell(field))?.code === 'CELL_ERROR';
    if (formulaFound) sheet.report(field, formulaFound);
    else if (!broken)
      for (const { field: where = field, ...finding } of findings) sheet.report(where, finding);
    return person;
  }

  private cooperative(sheet: RowSheet, { written, restored }: RegistrationNumberReading): string {
    const text = oneLine(sheet.cell('cooperativeName'));
    sheet.report('cooperativeName', formula(text));
    if (text.length > LONGEST_TEXT) sheet.report('cooperativeName', textTooLong(LONGEST_TEXT));
    const given = isNothing(text) ? '' : text.slice(0, LONGEST_TEXT);
    if (!given && !written && !restored) {
      sheet.report(
        this.mapping.has('cooperativeName') ? 'cooperativeName' : 'registrationNumber',
        cooperativeMissing,
      );
    }
    return given;
  }

  private consent(sheet: RowSheet): FormAnswer['consent'] {
    if (!this.mapping.has('consent')) {
      if (this.options.consentDeclared) return 'declared';
      sheet.report(undefined, consentBasisRequired);
      return 'missing';
    }
    const consent = readConsent(sheet.cell('consent'));
    if (consent !== 'given') sheet.report('consent', consentProblems[consent]);
    return consent;
  }
}
