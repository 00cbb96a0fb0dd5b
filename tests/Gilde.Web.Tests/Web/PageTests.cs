namespace Gilde.Web.Tests.Web;

public class PageTests(Servers servers)
{
    [Theory]
    [InlineData("image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8", HttpStatusCode.Unauthorized)]
    [InlineData("text/css,*/*;q=0.1", HttpStatusCode.Unauthorized)]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", HttpStatusCode.Redirect)]
    [InlineData("*/*", HttpStatusCode.Redirect)]
    [InlineData(null, HttpStatusCode.Redirect)]
    public async Task Only_who_wants_a_page_is_led_to_the_door(string? accept, HttpStatusCode status)
    {
        var client = (await servers.On(DatabaseKind.Sqlite)).Client();
        client.DefaultRequestHeaders.Remove("Accept");
        if (accept is not null) client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", accept);
        Assert.Equal(status, (await client.GetAsync("/contacts")).StatusCode);
    }
}
