using Gilde.Web.Introductions.Asking;
using Microsoft.Extensions.DependencyInjection;

namespace Gilde.Web.Tests.Introductions.Asking;

/// <summary>What tests of introductions do again and again.</summary>
internal static class Asks
{
    public const string Wish = "Wir suchen jemanden für Ziehsteine aus Hartmetall.";

    /// <summary>A chain of members, each in contact with the next; the routes are ready.</summary>
    public static async Task<TestMember[]> Chain(this GildeServer server, params string[] names)
    {
        var people = new List<TestMember>();
        foreach (var name in names) people.Add(await server.Member(name));
        for (var i = 1; i < people.Count; i++) await server.Connect(people[i - 1], people[i], days: 5);
        await server.Settled();
        return [.. people];
    }

    public static (string, string)[] Form(TestMember over, TestMember to, int hops = 2, string wish = Wish) => [("over", over.Handle), ("to", to.Handle), ("hops", $"{hops}"), ("wish", wish)];

    /// <summary>Asks; returns the address of the request.</summary>
    public static Task<string> AskOver(this TestMember member, TestMember over, TestMember to, int hops = 2, string wish = Wish) =>
        member.Client.SubmitOk("/introductions", Form(over, to, hops, wish));

    public static Task<string> Pass(this TestMember member, string path, string words = "") => member.Client.SubmitOk(path + "/pass", ("words", words));

    public static Task<string> Decline(this TestMember member, string path) => member.Client.SubmitOk(path + "/decline", ("words", ""));

    public static Task<string> Accept(this TestMember member, string path, string words = "") => member.Client.SubmitOk(path + "/accept", ("words", words));

    /// <summary>What the page of a request says of how it stands.</summary>
    public static async Task<string> State(this TestMember member, string path) => (await member.Client.Page(path)).QuerySelector(".page-head .badge")!.TextContent.Trim();

    /// <summary>The titles of what waits for the member's answer.</summary>
    public static async Task<List<string>> Waits(this TestMember member) =>
        (await member.Client.Page("/introductions/waiting")).QuerySelectorAll("main .person-name").Select(n => n.TextContent.Trim()).ToList();

    public static long IdOf(string path) => long.Parse(path.Split('/')[2]);

    /// <summary>Lets so much time go by for one request.</summary>
    public static Task Age(this GildeServer server, string path, Duration by) => server.Db(db => db.Introductions.Where(i => i.Id == IdOf(path))
        .ExecuteUpdateAsync(s => s.SetProperty(i => i.AskedAt, i => server.Clock.GetCurrentInstant() - by).SetProperty(i => i.ExpiresAt, i => server.Clock.GetCurrentInstant() - by + Introduction.Lifetime)));

    public static async Task Expire(this GildeServer server)
    {
        await using var scope = server.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ExpireIntroductions>().Execute();
    }

    public static async Task Erase(this GildeServer server, TestMember member)
    {
        await using var scope = server.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Gilde.Web.Accounts.Leaving.EraseMember>().Execute(null, member.Id);
    }

    public static async Task<HttpStatusCode> Try(this TestMember member, string path, params (string, string)[] fields)
    {
        using var answer = await member.Client.Submit(path, fields.Length == 0 ? [("words", "")] : fields);
        return answer.StatusCode;
    }
}
