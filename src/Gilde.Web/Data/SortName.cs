using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;

namespace Gilde.Web.Data;

/// <summary>
/// By what names are sorted: small letters, the commonest accents as their vowels. Both databases compute the same, and there is an index on exactly this
/// expression of a member's name.
/// </summary>
internal static class SortName
{
    // SQLite lowers ASCII letters only, so the large ones stand here too.
    private static readonly (string Letter, string Plain)[] Folds =
        [("ä", "a"), ("Ä", "a"), ("ö", "o"), ("Ö", "o"), ("ü", "u"), ("Ü", "u"), ("ß", "ss"), ("é", "e"), ("É", "e")];

    /// <summary>In queries only: the database computes it.</summary>
    public static string Of(string name) => throw new NotSupportedException("The database computes sort names.");

    public static void Build(ModelBuilder model) => model.HasDbFunction(() => Of("")).HasTranslation(arguments =>
        Folds.Aggregate(Call("lower", arguments[0]), (name, fold) => Call("replace", name, Text(fold.Letter, name), Text(fold.Plain, name))));

    private static SqlExpression Call(string function, params SqlExpression[] arguments) =>
        new SqlFunctionExpression(function, arguments, nullable: true, arguments.Select(_ => true), typeof(string), arguments[0].TypeMapping);

    private static SqlExpression Text(string text, SqlExpression like) => new SqlConstantExpression(text, like.TypeMapping);
}
