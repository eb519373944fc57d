import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';

import { useT } from '../../i18n/t';
import type { AuditQuery } from '../../live/admin-api';
import { ACTS, actWords } from './act-words';
import classes from './audit-panel.module.css';

interface AuditFiltersProps {
  query: AuditQuery;
  onChange: (query: AuditQuery) => void;
}

/** Which entries: when, what, of whom, with which outcome. */
export function AuditFilters({ query, onChange }: AuditFiltersProps) {
  const t = useT();
  const set = (key: string, value: string | null): void => {
    const { [key]: _former, ...rest } = query;
    onChange(value === null || value === '' ? rest : { ...rest, [key]: value });
  };
  return (
    <div className={classes['filters']}>
      <TextInput
        type="date"
        size="xs"
        label={t('audit.from')}
        value={query['from'] ?? ''}
        onChange={({ currentTarget: { value } }) => set('from', value)}
      />
      <TextInput
        type="date"
        size="xs"
        label={t('audit.to')}
        value={query['to'] ?? ''}
        onChange={({ currentTarget: { value } }) => set('to', value)}
      />
      <Select
        size="xs"
        w="14rem"
        label={t('audit.action')}
        placeholder={t('audit.all')}
        data={ACTS.map((act) => ({ value: act, label: actWords(act, t) }))}
        value={query['action'] ?? null}
        clearable
        searchable
        onChange={(value) => set('action', value)}
      />
      <Select
        size="xs"
        w="9rem"
        label={t('audit.outcome')}
        placeholder={t('audit.all')}
        data={[
          { value: 'done', label: t('audit.done') },
          { value: 'refused', label: t('audit.wasRefused') },
        ]}
        value={query['outcome'] ?? null}
        clearable
        onChange={(value) => set('outcome', value)}
      />
      <TypedFilter
        label={t('audit.who')}
        value={query['actorId'] ?? ''}
        onApply={(value) => set('actorId', value)}
      />
      <TypedFilter
        label={t('audit.subject')}
        value={query['subject'] ?? ''}
        onApply={(value) => set('subject', value)}
      />
      {Object.keys(query).length > 0 && (
        <Button variant="subtle" size="xs" onClick={() => onChange({})}>
          {t('audit.clear')}
        </Button>
      )}
    </div>
  );
}

interface TypedFilterProps {
  label: string;
  value: string;
  onApply: (value: string) => void;
}

/** Asks once it has been typed, not with each letter. */
function TypedFilter({ label, value, onApply }: TypedFilterProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const apply = (): void => {
    if (draft !== null && draft.trim() !== value) onApply(draft.trim());
    setDraft(null);
  };
  return (
    <TextInput
      size="xs"
      w="13rem"
      label={label}
      value={draft ?? value}
      spellCheck={false}
      onChange={({ currentTarget }) => setDraft(currentTarget.value)}
      onBlur={apply}
      onKeyDown={({ key }) => {
        if (key === 'Enter') apply();
      }}
    />
  );
}
