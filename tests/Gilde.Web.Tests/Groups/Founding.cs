using Gilde.Web.Groups;

namespace Gilde.Web.Tests.Groups;

/// <summary>What tests of groups do again and again.</summary>
internal static class Founding
{
    public const string Rules = "Keine Werbung.", NewRules = "Keine Werbung, keine Preise.";

    /// <summary>The fields of the form, with these in place of the usual ones.</summary>
    public static (string, string)[] Form(string name, string kind = "open", params (string Name, string Value)[] fields) =>
        [.. new[] { ("name", name), ("summary", "Alles rund um den Draht"), ("kind", kind) }.Where(f => fields.All(x => x.Name != f.Item1)), .. fields];

    /// <summary>Founds a group; returns its address.</summary>
    public static Task<string> Found(this TestMember member, string name, string kind = "open", params (string Name, string Value)[] fields) => member.Client.SubmitOk("/groups", Form(name, kind, fields));

    public static Task<string> Join(this TestMember member, string path, int rules = 0) => member.Client.SubmitOk(path + "/join", ("rules", $"{rules}"));

    public static Task<string> Invite(this TestMember member, string path, params TestMember[] others) => member.Client.SubmitOk(path + "/invite", [.. others.Select(o => ("with", o.Handle))]);

    public static Task<string> Give(this TestMember owner, string path, TestMember other, GroupRole role) => owner.Client.SubmitOk($"{path}/members/{other.Id}/role", ("role", role.ToString()));

    /// <summary>Who is in it, as the page of members shows it.</summary>
    public static async Task<List<string>> Members(this TestMember member, string path) => [.. (await member.Client.Page(path + "/members")).QuerySelectorAll("main .person-name a").Select(a => a.TextContent.Trim())];

    public static async Task<HttpStatusCode> Status(this HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        return answer.StatusCode;
    }

    public static async Task<HttpStatusCode> Try(this TestMember member, string path, params (string, string)[] fields)
    {
        using var answer = await member.Client.Submit(path, fields);
        return answer.StatusCode;
    }

    public static Task<GroupMember?> Seat(this GildeServer server, string path, TestMember member) => server.Db(db =>
        db.GroupMembers.AsNoTracking().SingleOrDefaultAsync(m => m.MemberId == member.Id && db.Groups.Any(g => g.Id == m.GroupId && g.Slug == path.Substring(8))));

    public static Task<Group?> Group(this GildeServer server, string path) => server.Db(db => db.Groups.AsNoTracking().SingleOrDefaultAsync(g => g.Slug == path.Substring(8)));
}
