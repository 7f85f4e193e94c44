namespace Entente.Tables;

/// <summary>The ten tables of the data dictionary, column by column.</summary>
internal static class Layouts
{
    public static readonly TableLayout<DocumentRow> Documents = new("documents",
    [
        Text<DocumentRow>("doc_id", r => r.DocId),
        Text<DocumentRow>("file", r => r.File),
        Text<DocumentRow>("title", r => r.Title),
        .. Dates<DocumentRow>(r => r.Date),
        Text<DocumentRow>("date_basis", r => r.DateBasis),
        Text<DocumentRow>("agency", r => r.Agency),
        Text<DocumentRow>("language", r => r.Language),
        List<DocumentRow>("main_partners", r => r.MainPartners),
        List<DocumentRow>("partners", r => r.Partners),
        Whole<DocumentRow>("words", r => r.Words),
        Whole<DocumentRow>("sentences", r => r.Sentences),
        Whole<DocumentRow>("noise_chars", r => r.NoiseChars),
    ]);

    public static readonly TableLayout<MentionRow> Mentions = new("mentions",
    [
        Text<MentionRow>("doc_id", r => r.DocId),
        Text<MentionRow>("partner", r => r.Partner),
        Text<MentionRow>("partner_name_en", r => r.NameEn),
        Text<MentionRow>("partner_name_fr", r => r.NameFr),
        Text<MentionRow>("surface", r => r.Surface),
        Text<MentionRow>("kind", r => r.Kind),
        Text<MentionRow>("section", r => r.Section),
        Text<MentionRow>("sentence", r => r.Sentence),
        Whole<MentionRow>("start", r => r.Start),
        Whole<MentionRow>("end", r => r.End),
    ]);

    public static readonly TableLayout<PersonRow> People = new("people",
    [
        Text<PersonRow>("person_id", r => r.PersonId),
        Text<PersonRow>("name", r => r.Name),
        List<PersonRow>("variants", r => r.Variants),
        Text<PersonRow>("country", r => r.Country),
        List<PersonRow>("roles", r => r.Roles),
        List<PersonRow>("doc_ids", r => r.DocIds),
    ]);

    public static readonly TableLayout<VisitRow> Visits = new("visits",
    [
        Text<VisitRow>("doc_id", r => r.Evidence.DocId),
        Text<VisitRow>("visitor", r => r.Visitor),
        Text<VisitRow>("origin", r => r.Origin),
        Text<VisitRow>("destination", r => r.Destination),
        Text<VisitRow>("kind", r => r.Kind),
        .. Dates<VisitRow>(r => r.Date),
        .. Place<VisitRow>(r => r.Evidence),
    ]);

    public static readonly TableLayout<MeetingRow> Meetings = new("meetings",
    [
        Text<MeetingRow>("meeting_id", r => r.MeetingId),
        List<MeetingRow>("doc_ids", r => r.DocIds),
        .. Dates<MeetingRow>(r => r.Date),
        Text<MeetingRow>("date_basis", r => r.DateBasis),
        Text<MeetingRow>("kind", r => r.Kind),
        Text<MeetingRow>("mode", r => r.Mode),
        Text<MeetingRow>("status", r => r.Status),
        Text<MeetingRow>("place", r => r.Place),
        Text<MeetingRow>("host_country", r => r.HostCountry),
        List<MeetingRow>("partners", r => r.Partners),
        List<MeetingRow>("home_people", r => r.HomePeople),
        List<MeetingRow>("partner_people", r => r.PartnerPeople),
        Text<MeetingRow>("level", r => r.Level),
        new FlagColumn<MeetingRow>("multilateral", r => r.Multilateral),
        Text<MeetingRow>("plover", r => r.Plover),
        .. Place<MeetingRow>(r => r.Evidence),
    ]);

    public static readonly TableLayout<AgreementRow> Agreements = new("agreements",
    [
        Text<AgreementRow>("agreement_id", r => r.AgreementId),
        List<AgreementRow>("doc_ids", r => r.DocIds),
        Text<AgreementRow>("instrument", r => r.Instrument),
        Text<AgreementRow>("title", r => r.Title),
        Text<AgreementRow>("subject", r => r.Subject),
        Text<AgreementRow>("status", r => r.Status),
        .. Dates<AgreementRow>(r => r.Date),
        List<AgreementRow>("partners", r => r.Partners),
        Text<AgreementRow>("scope", r => r.Scope),
        Text<AgreementRow>("plover", r => r.Plover),
        .. Place<AgreementRow>(r => r.Evidence),
    ]);

    public static readonly TableLayout<ThemeRow> Themes = new("themes",
    [
        Text<ThemeRow>("doc_id", r => r.Evidence.DocId),
        Text<ThemeRow>("theme", r => r.Theme),
        Text<ThemeRow>("partner", r => r.Partner),
        .. Place<ThemeRow>(r => r.Evidence),
    ]);

    public static readonly TableLayout<SectionRow> Sections = new("sections",
    [
        Text<SectionRow>("doc_id", r => r.DocId),
        Text<SectionRow>("section", r => r.Section),
        Whole<SectionRow>("start", r => r.Start),
        Whole<SectionRow>("end", r => r.End),
    ]);

    public static readonly TableLayout<RepairRow> Repairs = new("repairs",
    [
        Text<RepairRow>("doc_id", r => r.DocId),
        Text<RepairRow>("surface", r => r.Surface),
        Text<RepairRow>("repaired", r => r.Repaired),
        Whole<RepairRow>("start", r => r.Start),
        Whole<RepairRow>("end", r => r.End),
    ]);

    public static readonly TableLayout<WarningRow> Warnings = new("warnings",
    [
        Text<WarningRow>("doc_id", r => r.DocId),
        Text<WarningRow>("code", r => r.Code),
        Text<WarningRow>("message", r => r.Message),
        Whole<WarningRow>("start", r => r.Start),
        Whole<WarningRow>("end", r => r.End),
    ]);

    private static TextColumn<TRow> Text<TRow>(string name, Func<TRow, string> read) => new(name, read);

    private static WholeColumn<TRow> Whole<TRow>(string name, Func<TRow, int> read) => new(name, read);

    private static TextColumn<TRow> List<TRow>(string name, Func<TRow, IReadOnlyList<string>> read) =>
        new(name, row => string.Join("; ", read(row)));

    private static IEnumerable<Column<TRow>> Dates<TRow>(Func<TRow, DateCells> read) =>
    [
        Text<TRow>("date", row => read(row).Date),
        Text<TRow>("date_from", row => read(row).From),
        Text<TRow>("date_to", row => read(row).To),
    ];

    /// <summary>The columns of the evidence after <c>doc_id</c>, plus <c>doc_id</c> itself where a row has several <c>doc_ids</c>.</summary>
    private static IEnumerable<Column<TRow>> Place<TRow>(Func<TRow, EvidenceCells> read) =>
    [
        Text<TRow>("sentence", row => read(row).Sentence),
        Whole<TRow>("start", row => read(row).Start),
        Whole<TRow>("end", row => read(row).End),
    ];
}
