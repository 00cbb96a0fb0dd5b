namespace Gilde.Web.Profiles.Editing;

internal sealed class CredentialEntries() : EntryKind<Credential>(ProfileSection.Credentials, limit: 60)
{
    public override string NewTitle(Texts t) => t["Add a credential"];

    public override IReadOnlyList<EntryField> Fields(Texts t) =>
    [
        new("name", t["Certificate, licence or award"]) { Missing = t["Please name it."], Placeholder = t["For example: welding supervisor, DIN EN ISO 14731"] },
        new("issuer", t["Issued by"]),
        new("awarded", t["When"], EntryFieldType.Date) { Placeholder = "05/2022", Beside = true },
    ];

    protected override IReadOnlyList<IProfileEntry> Order(List<Credential> entries) => EntryOrder.Of(entries, c => c.Awarded, c => c.Awarded);
    protected override Credential Create(long memberId) => new() { MemberId = memberId, Name = "" };
    protected override EntryLine Line(Credential c, Texts t) => new(c.Id, c.Name, c.Issuer, DateWords.Show(c.Awarded, t));
    protected override Dictionary<string, string> Read(Credential c) => new() { ["name"] = c.Name, ["issuer"] = c.Issuer, ["awarded"] = TypedDate.Write(c.Awarded) };

    protected override void Write(Credential c, IReadOnlyDictionary<string, string> values) =>
        (c.Name, c.Issuer, c.Awarded) = (values["name"], values["issuer"], Date(values, "awarded"));
}
