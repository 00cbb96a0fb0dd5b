namespace Gilde.Web.Profiles.Editing;

internal sealed class WebsiteEntries() : EntryKind<Website>(ProfileSection.Websites, limit: 10)
{
    public override string NewTitle(Texts t) => t["Add a website"];

    public override IReadOnlyList<EntryField> Fields(Texts t) =>
    [
        new("url", t["Web address"], EntryFieldType.Address, 500) { Missing = t["Please give the address."], Placeholder = "www.example.org" },
        new("label", t["What it is"]) { Placeholder = t["For example: our firm"] },
    ];

    protected override IReadOnlyList<IProfileEntry> Order(List<Website> entries) => [.. entries.OrderBy(w => w.Rank).ThenBy(w => w.Id)];
    protected override Website Create(long memberId) => new() { MemberId = memberId, Url = "" };
    protected override EntryLine Line(Website w, Texts t) => new(w.Id, w.Label.Length > 0 ? w.Label : w.Host, w.Url, "");
    protected override Dictionary<string, string> Read(Website w) => new() { ["url"] = w.Url, ["label"] = w.Label };
    protected override void Write(Website w, IReadOnlyDictionary<string, string> values) => (w.Url, w.Label) = (values["url"], values["label"]);
}
