import type { TemplateKey } from '@acquit/recovery';
import { useState } from 'react';
import { TemplateEditor } from './template-editor.tsx';
import { type Filter, TemplateList } from './template-list.tsx';
import '../../styles/sending.css';
import '../../styles/templates.css';

/** The texts of the company: the list, or one of them open. */
export function TemplatesSection() {
  const [filter, setFilter] = useState<Filter>({ profile: 'business', language: 'fr', channel: 'email' });
  const [open, setOpen] = useState<TemplateKey | null>(null);
  return open === null ? (
    <TemplateList filter={filter} onFilter={setFilter} onOpen={setOpen} />
  ) : (
    <TemplateEditor templateKey={open} onBack={() => setOpen(null)} />
  );
}
