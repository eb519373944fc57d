import { useMemo } from 'react';
import { useStore } from 'zustand';

import { useCity } from '../../hooks/use-city';
import { useCityNames } from '../../hooks/use-city-names';
import { useLive, useNow } from '../../hooks/use-live';
import { useLanguage, useT } from '../../i18n/t';
import { selectionStore } from '../../live/selection';
import { selectOpenIncidents } from '../../live/selectors';
import { BarList } from '../../ui/bar-list';
import { DetailHeader } from '../../ui/detail-header';
import { EmptyNote } from '../../ui/empty-note';
import { Figure, FigureRow } from '../../ui/figure';
import { formatCount, formatDecimal } from '../../ui/format';
import { PaneBody } from '../../ui/pane-body';
import { Section } from '../../ui/section';
import { kecamatanComplaints, openIncidentIdsIn } from './kecamatan-figures';
import { KecamatanIncidents } from './kecamatan-incidents';

/** One kecamatan: its open complaints by kind and by agency, and its open incidents. */
export function KecamatanDetail({ code }: { code: string }) {
  const t = useT();
  const language = useLanguage();
  const names = useCityNames();
  const city = useCity();
  const complaints = useLive((state) => state.model?.complaints);
  const incidents = useLive(selectOpenIncidents);
  const nowMs = useNow(60_000);
  const select = useStore(selectionStore, (state) => state.select);
  const figures = useMemo(
    () => kecamatanComplaints(complaints?.values() ?? [], code, nowMs),
    [complaints, code, nowMs],
  );
  const incidentIds = useMemo(() => openIncidentIdsIn(incidents, code), [incidents, code]);
  const kecamatan = city.kecamatan.find((row) => row.code === code);
  if (kecamatan === undefined) return <EmptyNote title={t('kecamatan.gone')} />;

  const perThousand = (figures.open * 1_000) / kecamatan.population;
  return (
    <>
      <DetailHeader
        title={t('common.kecamatan', { name: kecamatan.name })}
        subtitle={[
          t('kecamatan.residents', { n: formatCount(kecamatan.population, language) }),
          t('kecamatan.area', { n: formatDecimal(kecamatan.areaKm2, 1, language) }),
        ].join(' · ')}
        onClose={() => select(null)}
      />
      <FigureRow>
        <Figure
          label={t('kecamatan.openComplaints')}
          aside={`${formatDecimal(perThousand, 1, language)} ${t('kecamatan.perThousand')}`}
        >
          {formatCount(figures.open, language)}
        </Figure>
        <Figure label={t('kecamatan.overdue')}>{formatCount(figures.overdue, language)}</Figure>
      </FigureRow>
      <PaneBody>
        <Section
          title={t('kecamatan.openIncidents')}
          aside={formatCount(incidentIds.length, language)}
        >
          <KecamatanIncidents ids={incidentIds} />
        </Section>
        <Section title={t('kecamatan.byCategory')}>
          {figures.open === 0 ? (
            t('kecamatan.noComplaints')
          ) : (
            <BarList
              rows={figures.byCategory.map(([key, value]) => ({
                key,
                value,
                label: names.complaintCategory(key),
              }))}
            />
          )}
        </Section>
        {figures.open > 0 && (
          <Section title={t('kecamatan.byAgency')}>
            <BarList
              rows={figures.byAgency.map(([key, value]) => ({
                key,
                value,
                label: names.agency(key),
              }))}
            />
          </Section>
        )}
      </PaneBody>
    </>
  );
}
