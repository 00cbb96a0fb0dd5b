using Gilde.Web.Accounts;
using Door = Gilde.Web.Web.Access;

namespace Gilde.Web.Tests.Access;

/// <summary>Every route against every role that it is closed to; routes come from the running server, so none can be forgotten.</summary>
public class RoleTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task Every_route_states_its_access(DatabaseKind kind) =>
        Assert.Empty(Routes.Of(await servers.On(kind)).Where(r => r.Access is null).Select(r => r.ToString()));

    [Theory, BothDatabases]
    public async Task Strangers_to_the_network_are_asked_to_sign_in(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anonymous = server.Client();
        foreach (var route in Routes.Of(server).Where(r => r.Access is Door.Members or Door.Moderators or Door.Operators))
        {
            using var answer = await Send(anonymous, route);
            if (route.Method == "GET") Assert.True(answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.ToString().StartsWith("/signin?next=", StringComparison.Ordinal), $"{route}: {answer.StatusCode}");
            else Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"{route}: {answer.StatusCode}");
        }
    }

    [Theory, BothDatabases]
    public async Task For_members_the_operators_rooms_do_not_exist(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var member = await server.Member("Karl Weiß");
        var moderator = await server.Member("Mona Richter", role: MemberRole.Moderator);
        foreach (var route in Routes.Of(server))
        {
            if (route.Access is Door.Moderators or Door.Operators) await IsMissing(member.Client, route);
            if (route.Access is Door.Operators) await IsMissing(moderator.Client, route);
        }
    }

    [Theory, BothDatabases]
    public async Task An_object_that_is_not_there_is_not_found(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var member = await server.Member("Nora Lang", role: MemberRole.Operator);
        foreach (var route in Routes.Of(server).Where(r => r.HasObject && r.Method == "GET" && r.Access is not (Door.Machines or Door.Development)))
        {
            using var answer = await Send(member.Client, route);
            Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.SeeOther || (answer.StatusCode is HttpStatusCode.OK && IsForAnyValue(route)), $"{route}: {answer.StatusCode}");
        }
    }

    /// <summary>Links from mails answer alike whether their token exists or not; sections and such are names, not objects.</summary>
    private static bool IsForAnyValue(MappedRoute route) => route.Pattern.Contains("{token", StringComparison.Ordinal);

    private static async Task IsMissing(HttpClient client, MappedRoute route)
    {
        using var answer = await Send(client, route);
        Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{route}: {answer.StatusCode}");
    }

    private static Task<HttpResponseMessage> Send(HttpClient client, MappedRoute route) =>
        client.SendAsync(new HttpRequestMessage(new HttpMethod(route.Method), route.WithNobody) { Content = route.Method == "GET" ? null : new FormUrlEncodedContent([]) });
}
