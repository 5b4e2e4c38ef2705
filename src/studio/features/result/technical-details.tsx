import { type ReactNode, useState } from "react";
import { toWireRequest } from "#kirin/request.ts";
import * as messages from "#messages/result.ts";
import { isQueued } from "#studio/domain/life/entry-rules.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { CopyButton } from "#studio/ui/buttons/copy-button.tsx";
import { Disclosure } from "#studio/ui/disclosure.tsx";
import { DataTree } from "./data-tree.tsx";
import { ResultSection } from "./result-section.tsx";
import { type Row, Rows } from "./rows.tsx";

/** The request and Kirin's report under Kirin's own names, and the ids. Closed by default. */
export function TechnicalDetails({ entry }: { entry: LibraryEntry }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className="border-t border-line pt-2">
      <Disclosure
        summary={messages.technicalDetails}
        onToggle={(event) => setIsOpen(event.currentTarget.open)}
      >
        {isOpen && <Contents entry={entry} />}
      </Disclosure>
    </div>
  );
}

function Contents({ entry }: { entry: LibraryEntry }) {
  const { generation, request } = entry;
  const reports: [string, unknown][] = [
    [messages.usageAsReported, generation?.usage],
    [messages.metadata, generation?.metadata],
    [messages.otherFields, generation?.unknownFields],
  ];
  return (
    <div className="grid gap-4">
      <ResultSection
        title={isQueued(entry) ? messages.requestToBeSent : messages.request}
        action={
          <CopyButton
            value={JSON.stringify(toWireRequest(request), null, 2)}
            label={messages.copyRequest}
            doneLabel={messages.copied}
          />
        }
      >
        <DataTree value={toWireRequest(request).input[0].params} />
      </ResultSection>
      {reports.map(
        ([title, value]) =>
          value !== null &&
          value !== undefined &&
          Object.keys(value).length > 0 && (
            <ResultSection key={title} title={title}>
              <DataTree value={value} />
            </ResultSection>
          ),
      )}
      {generation && (
        <Rows items={[{ label: messages.statusAsReported, value: generation.upstreamStatus }]} />
      )}
      <ResultSection title={messages.ids}>
        <Rows items={idRows(entry)} className="*:items-baseline" />
      </ResultSection>
    </div>
  );
}

function idRows({ generation, externalTaskId }: LibraryEntry): Row[] {
  const own = {
    label: messages.externalTaskId,
    value: <Id id={externalTaskId} copyLabel={messages.copyExternalTaskId} />,
  };
  if (!generation) return [own];
  const kirins = {
    label: messages.taskId,
    value: <Id id={generation.id} copyLabel={messages.copyTaskId} />,
  };
  return [kirins, own];
}

function Id({ id, copyLabel }: { id: string; copyLabel: string }): ReactNode {
  return (
    <span className="flex items-center justify-between gap-2">
      <code dir="auto" className="min-w-0 font-mono text-12 wrap-anywhere">
        {id}
      </code>
      <CopyButton value={id} label={copyLabel} doneLabel={messages.copied} />
    </span>
  );
}
