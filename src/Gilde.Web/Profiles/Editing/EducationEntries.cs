namespace Gilde.Web.Profiles.Editing;

internal sealed class EducationEntries() : EntryKind<Education>(ProfileSection.Education, limit: 30)
{
    public override string NewTitle(Texts t) => t["Add education"];

    public override IReadOnlyList<EntryField> Fields(Texts t) =>
    [
        new("school", t["School, firm or university"]) { Missing = t["Please name the school, firm or university."] },
        new("degree", t["Degree"]) { Placeholder = t["For example: master craftsman"] },
        new("field", t["Field"]) { Beside = true },
        new("from", t["Begin"], EntryFieldType.Date) { Hint = t["2021, 03/2021 or 12.03.2021"] },
        new("to", t["End"], EntryFieldType.Date) { Hint = t["Leave it empty if you are still there."], Beside = true },
    ];

    public override void Check(FormReader form, Texts t) => CheckOrder(form, t);

    protected override IReadOnlyList<IProfileEntry> Order(List<Education> entries) => EntryOrder.Of(entries, e => e.From, e => e.To);
    protected override Education Create(long memberId) => new() { MemberId = memberId, School = "" };
    protected override EntryLine Line(Education e, Texts t) => new(e.Id, e.School, e.Degree, DateWords.Span(e.From, e.To, t));

    protected override Dictionary<string, string> Read(Education e) => new()
    {
        ["school"] = e.School, ["degree"] = e.Degree, ["field"] = e.Field, ["from"] = TypedDate.Write(e.From), ["to"] = TypedDate.Write(e.To),
    };

    protected override void Write(Education e, IReadOnlyDictionary<string, string> values)
    {
        (e.School, e.Degree, e.Field) = (values["school"], values["degree"], values["field"]);
        (e.From, e.To) = (Date(values, "from"), Date(values, "to"));
    }
}
