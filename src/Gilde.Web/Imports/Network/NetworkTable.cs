namespace Gilde.Web.Imports.Network;

/// <summary>One of the three files: what its columns are called and how a row of it is staged.</summary>
internal sealed record NetworkTable(
    string FileName, string[] Required, string[] Optional, string Stage, string StageColumns, Action<NetworkCells, object?[]> Fill)
{
    public static readonly NetworkTable Members = new(
        "members.csv",
        Required: ["name", "email"],
        Optional: ["id", "headline", "place", "country", "firm", "title", "joined", "language"],
        Stage: "stage_members",
        StageColumns: "row bigint, key text, name text, email text, normalized_email text, headline text, place text, country text, firm text, title text, joined {instant}, language integer",
        Fill: (cells, row) =>
        {
            var email = cells.Email("email");
            row[1] = cells.Has("id") ? cells.Key("id") : NetworkCells.AsKey(email);
            row[2] = cells.Required("name", 100);
            row[3] = email;
            row[4] = email.ToUpperInvariant();
            row[5] = cells.Optional("headline", 200);
            row[6] = cells.Optional("place", 200);
            row[7] = cells.Country("country");
            row[8] = cells.Optional("firm", 200);
            row[9] = cells.Optional("title", 200);
            row[10] = cells.Moment("joined");
            row[11] = cells.Language("language");
        });

    public static readonly NetworkTable Contacts = new(
        "contacts.csv",
        Required: ["a", "b"],
        Optional: ["since"],
        Stage: "stage_contacts",
        StageColumns: "row bigint, a text, b text, since {instant}",
        Fill: (cells, row) =>
        {
            row[1] = cells.Key("a");
            row[2] = cells.OtherKey("b", (string)row[1]!);
            row[3] = cells.Moment("since");
        });

    public static readonly NetworkTable Exchanges = new(
        "exchanges.csv",
        Required: ["from", "to", "at"],
        Optional: [],
        Stage: "stage_exchanges",
        StageColumns: "row bigint, a text, b text, day integer, at {instant}",
        Fill: (cells, row) =>
        {
            row[1] = cells.Key("from");
            row[2] = cells.OtherKey("to", (string)row[1]!);
            var at = cells.RequiredMoment("at");
            row[3] = (int)Math.Floor((at - NodaTime.NodaConstants.UnixEpoch).TotalDays);
            row[4] = at;
        });

    public static readonly IReadOnlyList<NetworkTable> All = [Members, Contacts, Exchanges];

    public string[] StageColumnNames => [.. StageColumns.Split(", ").Select(column => column.Split(' ')[0])];
}
