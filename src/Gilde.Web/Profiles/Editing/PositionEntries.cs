namespace Gilde.Web.Profiles.Editing;

internal sealed class PositionEntries() : EntryKind<Position>(ProfileSection.Positions, limit: 60)
{
    public override string NewTitle(Texts t) => t["Add a position"];

    public override IReadOnlyList<EntryField> Fields(Texts t) =>
    [
        new("title", t["What you do there"]) { Missing = t["Please say what you do there."], Placeholder = t["For example: head of production"] },
        new("firm", t["Firm or organisation"]) { Missing = t["Please name the firm or organisation."] },
        new("place", t["Place"]) { Beside = true },
        new("from", t["Begin"], EntryFieldType.Date) { Hint = t["2021, 03/2021 or 12.03.2021"] },
        new("to", t["End"], EntryFieldType.Date) { Hint = t["Leave it empty if you are still there."], Beside = true },
        new("description", t["Description"], EntryFieldType.Text, 4_000) { Hint = t["Markdown works here."] },
    ];

    public override void Check(FormReader form, Texts t) => CheckOrder(form, t);

    protected override IReadOnlyList<IProfileEntry> Order(List<Position> entries) => EntryOrder.Of(entries, p => p.From, p => p.To);
    protected override Position Create(long memberId) => new() { MemberId = memberId, Title = "", Firm = "" };
    protected override EntryLine Line(Position p, Texts t) => new(p.Id, p.Title, p.Firm, DateWords.Span(p.From, p.To, t));

    protected override Dictionary<string, string> Read(Position p) => new()
    {
        ["title"] = p.Title, ["firm"] = p.Firm, ["place"] = p.Place, ["description"] = p.Description,
        ["from"] = TypedDate.Write(p.From), ["to"] = TypedDate.Write(p.To),
    };

    protected override void Write(Position p, IReadOnlyDictionary<string, string> values)
    {
        (p.Title, p.Firm, p.Place, p.Description) = (values["title"], values["firm"], values["place"], values["description"]);
        (p.From, p.To) = (Date(values, "from"), Date(values, "to"));
    }
}
