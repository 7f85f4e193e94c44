using CsCheck;
using Entente.Dates;
using Entente.Texts;

namespace Entente.Tests.Dates;

public sealed class DateReaderTests
{
    private const string Lead = "Le ministre a reçu son homologue à Hanoï";

    /// <summary>A seed, its date with its basis, and the dates that its text means, in order.</summary>
    [Theory]
    [InlineData(" date 2025-10-13 Titre\n\nLe 12 octobre et hier.", "2025-10-13 Header", "2025-10-12 2025-10-12")]
    [InlineData(" date 2024-08 Titre\n\nLe 12 août, puis le lendemain.", "2024-08 Header", "2024-08-12 2024-08-13")]
    [InlineData(" date 2021-04 Titre\n\nHanoï, 15 avril (VNA) – Hier, c'était jeudi.", "2021-04-15 Header", "2021-04-14 2021-04-15")]
    [InlineData(" date 2023 Titre\n\nPrague, 14 juin (VNA) – Il l'a reçu jeudi 15 juin.", "2023-06-14 Header", "2023-06-15")]
    [InlineData(" date 2021-05 Titre\n\nHanoï, 30 avril (VNA) – Il l'a reçu.", "2021-05 Header", "")]
    [InlineData("Titre\n\nHanoï, 15 avril 2021 (VNA) – Il l'a reçu hier.", "2021-04-15 Body", "2021-04-14")]
    [InlineData(" date 2017-03-28 Titre\n\nIl l'a reçu lundi. Mercredi, à Luanda, il doit être reçu.", "2017-03-28 Header", "2017-03-27 2017-03-29")]
    [InlineData(" date 2023-02 Titre\n\n" + Lead + " mercredi.", "2023-02 Header", "2023-02")]
    [InlineData(" date 2025-01-03 Titre\n\nIl l'a reçu le 28 décembre et en novembre dernier. Il ira à Rome le 5 février.", "2025-01-03 Header", "2024-12-28 2024-11 2025-02-05")]
    [InlineData(" date 2025-03 Titre\n\nIl a reçu jeudi son homologue, en visite du 12 au 15 mars. Il l'a revu le même jour.", "2025-03 Header", "2025-03-13 2025-03-12/2025-03-15 2025-03-13")]
    [InlineData(" date 2025-03 Titre\n\nIl a reçu mardi son homologue, en visite du 12 au 15 mars.", "2025-03 Header", "2025-03 2025-03-12/2025-03-15")]
    [InlineData(" date 2023-09 Titre\n\nEn visite du 19 au 21 septembre, il a été accueilli le 20 décembre.", "2023-09 Header", "2023-09-19/2023-09-21 2023-09-20")]
    [InlineData(" date 2023-09 Titre\n\nEn visite du 19 au 21 septembre, il a cité l'accord du 3 décembre.", "2023-09 Header", "2023-09-19/2023-09-21 2022-12-03")]
    [InlineData("Titre\n\nIl a rencontré samedi son homologue. Ouvert vendredi 30 mai, le forum réunit des ministres.", " None", "--05-31 --05-30")]
    [InlineData(" date 2025-12-25 Titre\n\n" + Lead + " le 15 mai.", "2025-12-25 Header", "2025-05-15")]
    [InlineData(" date 2025-03-14 Titre\n\nIl sera du 15 au 17 mai en Hongrie, puis du 18 au 20 mai au Danemark.", "2025-03-14 Header", "2025-05-15/2025-05-17 2025-05-18/2025-05-20")]
    [InlineData(" date 2025-06-14 Titre\n\nLa fouille commencera le 1er août, selon le plan conclu le 3 mars.", "2025-06-14 Header", "2025-08-01 2025-03-03")]
    [InlineData(" date 2024-12-30 Titre\n\nLa visite dure du 29 décembre au 2 janvier.", "2024-12-30 Header", "2024-12-29/2025-01-02")]
    [InlineData(" date 2025-03-14 Titre\n\nIls l'ont noué en mars 2018 et signé en novembre de la même année. L'année suivante, il est venu.", "2025-03-14 Header", "2018-03 2018-11 2019")]
    [InlineData(" date 2025-03-14 Titre\n\nIls l'ont noué en 2003 et élevé dix ans plus tard. Il l'a vu en janvier de l'an dernier.", "2025-03-14 Header", "2003 2013 2024-01")]
    [InlineData("Titre\n\nIl l'a reçu le 10 juillet. Dix ans après la signature, en 2013, de l'accord, ils en sont contents.", " None", "2023-07-10 2013")]
    [InlineData("Titre\n\nIl l'a reçu le 10 juillet. Il viendra en 2013, l'année prochaine.", " None", "2012-07-10 2013")]
    [InlineData("Titre\n\nIl l'a reçu le 10 juillet. Ils fêteront l'année prochaine les trente ans des relations (1992-2022).", " None", "2021-07-10  1992/2022")]
    [InlineData("Titre\n\nIl l'a reçu mercredi 19 novembre. Ils ont signé le plan de coopération pour 2026.", " None", "2025-11-19 2026")]
    [InlineData("Titre\n\nIl l'a reçu jeudi 12 juillet. L'aide augmenterait pour la période 2012-2015.", " None", "--07-12 2012/2015")]
    [InlineData("Titre\n\nMalgré le COVID-19, il l'a reçu mercredi 8 juin. L'ouvrage paraîtra en 2025.", " None", "2022-06-08 2025")]
    [InlineData("Titre\n\nIl l'a reçu jeudi 17 octobre. Le pays va présider le sommet en 2020.", " None", "2019-10-17 2020")]
    [InlineData("Titre\n\nIl l'a reçu mercredi 22 novembre. Le parti, fondé en 2016, s'apprête à affronter les élections de 2024.", " None", "2023-11-22 2016 2024")]
    [InlineData("Titre\n\nIl l'a reçu jeudi 9 décembre. Le projet court depuis 2018. En 2022, il entend solliciter Rome.", " None", "2021-12-09 2018 2022")]
    [InlineData("Titre\n\nIl l'a reçu jeudi 9 décembre. Le projet court depuis 2018. Ils prévoient de l'étendre entre 2023 et 2025.", " None", "2021-12-09 2018 2023/2025")]
    [InlineData("Titre\n\nIl l'a reçu vendredi 14 mars. Le projet court depuis 2006. Il a souhaité que les deux parties tiennent en 2008 une réunion.", " None", "2008-03-14 2006 2008")]
    [InlineData("Titre\n\nIl l'a reçu le 21 novembre, pour les activités marquant le 30e anniversaire des relations (1994 - 2024).", " None", "2024-11-21 1994/2024")]
    [InlineData("Titre\n\nIl l'a reçu le 12 décembre, pour fêter les 80 ans de l'armée (22 décembre 1944 - 22 décembre 2024).", " None", "2024-12-12 1944-12-22 2024-12-22")]
    [InlineData("Titre\n\nIl l'a reçu le 28 juin. Cette année marque le 20e anniversaire des relations (22 décembre 1992).", " None", "2012-06-28  1992-12-22")]
    [InlineData("Titre\n\nIl l'a reçu le 10 mai. L'année 2015 marque le 20e anniversaire des relations.", " None", "2015-05-10 2015")]
    [InlineData("Titre\n\nIl l'a reçu le 10 novembre. Ils ont parlé des préparatifs du 25e anniversaire des relations (1995-2020).", " None", "--11-10 1995/2020")]
    [InlineData("Titre\n\nIl l'a reçu le 10 novembre. Ils ont convenu d'œuvrer ensemble pour fêter le 25e anniversaire des relations (1995-2020).", " None", "--11-10 1995/2020")]
    [InlineData("Titre\n\nIl l'a reçu le 10 mars. Ils ont convenu de coopérer pour célébrer le 25e anniversaire des relations (1995-2020).", " None", "--03-10 1995/2020")]
    [InlineData("Titre\n\nIl l'a reçu le 10 mars. Ils ont convenu de coopérer, à l'occasion du 25e anniversaire des relations (1995-2020).", " None", "2020-03-10 1995/2020")]
    [InlineData("Titre\n\nIl l'a reçu le 10 mars. En 2015, ils ont fêté le 20e anniversaire des relations (1995-2015).", " None", "--03-10 2015 1995/2015")]
    [InlineData("Titre\n\nIl l'a reçu le 22 août. Il a salué les deux années écoulées, au cours desquelles ils ont fêté les quarante ans de leurs relations (1971-2011).", " None", "--08-22 1971/2011")]
    [InlineData("Titre\n\nIl l'a reçu mardi 10 mars. Ils ont fêté le 20e anniversaire des relations (1991-2011).", " None", "--03-10 1991/2011")]
    [InlineData("Titre\n\nIl l'a reçu le 1er août. Ils coopèrent depuis l'établissement des relations le 28 juillet 2002.", " None", "--08-01 2002-07-28")]
    [InlineData("Titre\n\nIl l'a reçu mardi 14 mars 2006. Lundi, il avait vu X. Il ira vendredi à Vinh.", " None", "2006-03-14 2006-03-13 2006-03-17")]
    [InlineData("Titre\n\nIl l'a reçu vendredi 26 octobre. Jeudi, il avait vu X. Il avait été reçu dimanche à Vinh.", " None", "--10-26 --10-25 --10-21")]
    [InlineData("Titre\n\nIl l'a reçu mardi 14 mars 2006. Il a visité vendredi une usine.", " None", "2006-03-14")]
    [InlineData(" date 2005-03 Titre\n\nDelhi, 29 mars (AVI).- Il l'a reçu lundi.", "2005-03-29 Header", "2005-03-28")]
    [InlineData(" date 2025-03-14 Titre\n\nIl a vu jeudi X, qu'il a remercié de se rendre à Vinh dès le lendemain. Le même jour, il a vu Y.", "2025-03-14 Header", "2025-03-13 2025-03-14 2025-03-13")]
    [InlineData(" date 2025-03-14 Titre\n\nIl a vu mercredi X avant de visiter jeudi une usine. Le même jour, il a vu Y.", "2025-03-14 Header", "2025-03-12 2025-03-13 2025-03-12")]
    [InlineData("Titre\n\nIl a reçu le 9 mai X. Leur dialogue s'était tenu le 5 janvier dernier. Le même jour, il a vu Y.", " None", "--05-09 --01-05 --05-09")]
    [InlineData("Titre\n\nIl a reçu le 9 mai 2025 X. X a transmis les vœux de son président, élu le 3 mars 2024. Le jour précédent, il avait vu Y.", " None", "2025-05-09 2024-03-03 2025-05-08")]
    [InlineData(" date 2025-03-14 Titre\n\nRecevant mardi X, qui partira jeudi, il a dit merci. Le jour d'après, il a vu Y.", "2025-03-14 Header", "2025-03-11 2025-03-20 2025-03-12")]
    [InlineData(" date 2025-03-14 Titre\n\nIl a coprésidé mardi 11 mars un dialogue. Lundi, il avait vu X. Il a eu le lendemain du dialogue un échange avec Y.", "2025-03-14 Header", "2025-03-11 2025-03-10 2025-03-12")]
    [InlineData(" date 2025-03-14 Titre\n\nIl a honoré mardi la mémoire de X, mortellement atteint par des balles le 7 mars. Le même jour, il a vu Y.", "2025-03-14 Header", "2025-03-11 2025-03-07 2025-03-11")]
    [InlineData(" date 2025-03-14 Titre\n\nIl a vu mardi X. Ils ont parlé du pays d'aujourd'hui et des défis de demain. Le même jour, il a vu Y.", "2025-03-14 Header", "2025-03-11 2025-03-11")]
    [InlineData(" date 2025-03-14 Titre\n\nIl a tenu à recevoir jeudi X. Le même jour, il a vu Y.", "2025-03-14 Header", "2025-03-13 2025-03-13")]
    [InlineData(" date 2025-03-14 Titre\n\nL'hôte, qui achève une visite entamée mardi, a parlé de ce qu'il avait dit la veille.", "2025-03-14 Header", "2025-03-11 2025-03-13")]
    [InlineData("Titre\n\nIl l'a reçu mercredi 8 mai, après les fêtes de la victoire (7 mai 1954 - 7 mai 2024). La veille, il avait vu X.", " None", "2024-05-08 1954-05-07 2024-05-07 2024-05-07")]
    [InlineData("Titre\n\nIl l'a reçu le 7 juillet.", " None", "--07-07")]
    [InlineData("Titre\n\nIl l'a reçu mardi.", " None", "")]
    [InlineData("Titre\n\nIl l'a reçu jeudi 26 mai. L'accord, signé en 2012, expire. L'ouvrage paraîtra en 2017.", " None", "2016-05-26 2012 2017")]
    [InlineData("Titre\n\nIl l'a reçu jeudi 12 novembre, à l'approche du 65e anniversaire (22 décembre 1944 - 22 décembre 2009).", " None", "2009-11-12 1944-12-22 2009-12-22")]
    [InlineData(" date 2024-04 Titre\n\nCe jeudi 11 avril, il a ouvert la foire. Demain, il ira à Lào Cai.", "2024-04 Header", "2024-04-11 2024-04-12")]
    [InlineData("Titre\n\nIl l'a reçu le 7 juillet. Le même jour, il est allé à Vinh ; le lendemain, il est rentré.", " None", "--07-07 --07-07 --07-08")]
    [InlineData("Titre\n\nIl l'a reçu le 28 février. Le lendemain, il est rentré.", " None", "--02-28")]
    [InlineData(" date 2024-03-04 Titre\n\nIl arrivera deux dimanches plus tard, trois jours après demain. Il est parti le dernier jour.", "2024-03-04 Header", "2024-03-17 2024-03-08 2024-03-03")]
    [InlineData(" date 2021-03 Titre\n\nIl a présidé un contrôle le 17 mars. La foire doit ouvrir le 18 mars. Le même jour, il a reçu un hôte.", "2021-03 Header", "2021-03-17 2021-03-18 2021-03-17")]
    [InlineData("Titre\nVendredi, 30/11/2018 16:47\nIl l'a reçu mercredi.", "2018-11-30 Header", "2018-11-28")]
    [InlineData(" date 2020-03 Titre\n\nLe 29 février 2021 n'existe pas.", "2020-03 Header", "2021-02")]
    [InlineData("Titre\n\nHanoï, 19 mars (VNA) – Il l'a vu hier. Ils ont signé le mois dernier le pacte du 3 mai 2011. L'an dernier, il est venu.", "--03-19 None", "--03-18 --02 2011-05-03")]
    [InlineData("Titre\n\nLa foire, ouverte du 19 au 22 décembre, attire. Il l'a vue jeudi 19 décembre. La dernière date de 2022, la suivante aura lieu en 2026.", " None", "2024-12-19/2024-12-22 2024-12-19 2022 2026")]
    [InlineData(" date 2025-03-14 Titre\n\nIl a reçu mercredi X, arrivé la veille. Le même jour, il a vu Y.", "2025-03-14 Header", "2025-03-12 2025-03-11 2025-03-12")]
    [InlineData(" date 2025-03-14 Titre\n\nIls ont siégé jeudi. Le pays, qui avait siégé dix jours plus tôt, le 3 mars, à Rome, en est content. Le soir même, il a été reçu.", "2025-03-14 Header", "2025-03-13 2025-03-03 2025-03-03 2025-03-13")]
    [InlineData(" date 2025-03-14 Titre\n\nIl a vu mercredi X, en visite du 11 au 15 mars. Le même jour, il a vu Y. Le lendemain, il est parti.", "2025-03-14 Header", "2025-03-12 2025-03-11/2025-03-15 2025-03-12 2025-03-13")]
    [InlineData("Titre\n\nIls ont signé lundi 1er juin une déclaration. L'année 2015 marque le 20e anniversaire des relations.", " None", "2015-06-01 2015")]
    [InlineData("Titre\n\nIls ont signé lundi 1er juin une déclaration. L'accord de 2015 reste en vigueur.", " None", "--06-01")]
    [InlineData(" date 2025-03-14 Titre\n\nIl l'a reçu jeudi. La veille, il avait vu X. Ce même jour, il avait visité Vinh.", "2025-03-14 Header", "2025-03-13 2025-03-12 2025-03-12")]
    [InlineData(" date 2025-03-14 Titre\n\nIl est à Rome jusqu'au 20 mars. Il l'a vu mercredi, au bout de l'exercice mené depuis le 3 mars. Le lendemain, il a vu Y.", "2025-03-14 Header", "2025-03-20 2025-03-12 2025-03-03 2025-03-13")]
    [InlineData(" date 2025-03-14 Titre\n\nIl l'a vu le 12 mars, en vue du vol du 17 mars. La veille, il avait appelé Y.", "2025-03-14 Header", "2025-03-12 2025-03-17 2025-03-11")]
    [InlineData(" date 2025-03-14 Titre\n\nJuste après la cérémonie tenue mardi 11 mars à Vinh, ils ont parlé. Le lendemain, il est parti.", "2025-03-14 Header", "2025-03-11 2025-03-12")]
    [InlineData(" date 2025-03 Titre\n\nSon séjour dure du 22 au 25 mars. La veille, il avait vu X.", "2025-03 Header", "2025-03-22/2025-03-25 2025-03")]
    [InlineData(" date 2025-03 Titre\n\nVenu du 11 au 13 mars, il a été reçu dès le premier jour.", "2025-03 Header", "2025-03-11/2025-03-13 2025-03-11")]
    [InlineData(" date 2025-03 Titre\n\nIls l'ont ouverte le 11 mars. Les jours suivants, il a vu X.", "2025-03 Header", "2025-03-11 2025-03")]
    [InlineData("Titre\n\nLa Havane, 5 juin 2017 - Il l'a reçu dimanche. La veille, il avait vu X.", "2017-06-05 Body", "2017-06-04 2017-06-03")]
    [InlineData("Titre\n\nVinh, le 3 mai – Il l'a reçu hier.", "--05-03 None", "--05-02")]
    [InlineData("Titre\n\nL'édition 2023 du dialogue s'est tenue le 27 juillet.", " None", "2023 2023-07-27")]
    [InlineData("Titre\n\nLe 5e échange frontalier Vietnam - Laos 2019 a eu lieu le 6 mai à Vinh.", " None", "2019-05-06")]
    [InlineData("Titre\n\nIl a reçu le 24 avril X, venu pour le 11e dialogue de défense Vietnam - Japon 2024.", " None", "2024-04-24")]
    [InlineData("Titre\n\nIl a reçu X le 24 avril. L'accord de 2016 est en vigueur depuis le 8e échange Vietnam - Laos 2015.", " None", "--04-24 2016")]
    [InlineData("Titre\n\nIl a remis le 30 novembre les diplômes de la promotion 2018.", " None", "2018-11-30 2018")]
    [InlineData("Titre\n\nIl invite X à l'exposition qui aura lieu en 2026. Il l'a reçu le 30 novembre.", " None", "2026 --11-30")]
    [InlineData("Titre\n\nIl est arrivé lundi 17 août pour le « Partenariat Pacifique 2015 ».", " None", "2015-08-17")]
    [InlineData("Titre\n\nIl s'est rendu le 25 décembre 2015 à Vientiane. Ils ont signé le plan pour 2016. Le 26 décembre, il a été reçu.", " None", "2015-12-25 2016 2015-12-26")]
    [InlineData("Titre\n\nIl a reçu mercredi X. Il l'a ensuite accompagné chez le président, le 8 juin 2022.", " None", "2022-06-08 2022-06-08")]
    [InlineData("Titre\n\nIl a reçu X le 6 juin. Il l'a accompagné à Vinh le 8 juin 2022.", " None", "2022-06-06 2022-06-08")]
    [InlineData("Titre\n\nIl a reçu X le 6 juin. Les deux pays ont noué des relations le 25 janvier 1970.", " None", "--06-06 1970-01-25")]
    [InlineData("Titre\n\nIl a reçu mardi X. La délégation séjourne à Vinh du 11 au 14 juin 2024.", " None", "2024-06-11 2024-06-11/2024-06-14")]
    [InlineData("Titre\n\nIl a reçu lundi X. La délégation séjourne à Vinh du 11 au 14 juin 2024.", " None", "2024-06-11/2024-06-14")]
    [InlineData(" date 2025-03-14 Titre\n\nIls ont siégé le 12 mars. Le 11 mars, la veille, il avait vu X ; le lendemain, 13 mars, il est parti.", "2025-03-14 Header", "2025-03-12 2025-03-11 2025-03-11 2025-03-12 2025-03-13")]
    [InlineData("Titre\n\nLa Havane, 12 mai (VNA) - Il a effectué une visite à Cuba du 8 au 12 mai 2024.", "2024-05-12 Body", "2024-05-08/2024-05-12")]
    [InlineData("Titre\n\nLa Havane, 13 mai (VNA) - Il a effectué une visite à Cuba du 8 au 12 mai 2024.", "2024-05-13 Body", "2024-05-08/2024-05-12")]
    [InlineData("Titre\n\nLa Havane, 20 juin (VNA) - Il avait effectué une visite à Cuba du 8 au 12 mai 2024.", "--06-20 None", "2024-05-08/2024-05-12")]
    [InlineData("Titre\n\nIl est arrivé mercredi 8 juin. La visite contribuerait à élargir le partenariat établi en 2016.", " None", "--06-08 2016")]
    [InlineData("Titre\n\nIl est arrivé mercredi 8 juin. Le plan sera conclu en 2016.", " None", "2016-06-08 2016")]
    [InlineData("Titre\n\nIl l'a reçu vendredi. Ouvert vendredi 3 juin, le forum accueille six délégués.", " None", "--06-03 --06-03")]
    [InlineData("Titre\n\nIl l'a reçu vendredi. Un an après l'édition de 2016, le forum s'est ouvert ce vendredi 2 juin.", " None", "2017-06-02 2016 2017-06-02")]
    [InlineData("Titre\n\nIl l'a reçu vendredi. Le forum s'ouvrira vendredi 3 juin.", " None", "--06-03")]
    [InlineData("Titre\n\nIl l'a reçu lundi. Ouvert vendredi 3 juin, le forum accueille six délégués.", " None", "--06-03")]
    [InlineData(" date 2019-06 Titre\n\nIl l'a reçu mardi. Il séjourne à Vinh depuis le 21 juin. La veille, il avait vu X.", "2019-06 Header", "2019-06 2019-06-21 2019-06")]
    [InlineData(" date 2019-06 Titre\n\nIl l'a reçu le 25 juin. Il séjourne à Vinh depuis le 21 juin. La veille, il avait vu X.", "2019-06 Header", "2019-06-25 2019-06-21 2019-06-24")]
    [InlineData(" date 2019-06-25 Titre\n\nIl l'a remercié d'être venu neuf jours plus tôt. Le même jour, il a vu X.", "2019-06-25 Header", "2019-06-16 2019-06-25")]
    public void Resolves(string seed, string article, string dates)
    {
        var reading = DateReader.Read(ArticleTextReader.Read("a", "a.txt", seed));
        Assert.Equal(article, $"{reading.ArticleDate.Date} {reading.ArticleDate.Basis}");
        var found = reading.Mentions.Select(m => m.Resolved.Last == m.Resolved.Date ? $"{m.Resolved.Date}" : $"{m.Resolved.Date}/{m.Resolved.Last}");
        Assert.Equal(dates, string.Join(' ', found).Trim());
    }

    /// <summary>Nothing was written after today: of the years that a weekday leaves the later ones are none.</summary>
    [Theory]
    [InlineData("Titre\n\nIl est arrivé jeudi 12 juin. La déclaration a été adoptée en août 2024.", "2025-06-12")]
    [InlineData("Titre\n\nIl l'a reçu lundi 20 mai. Le pacte a été conclu en 2013.", "--05-20")]
    [InlineData("Titre\n\nIls l'ont reçu mardi 25 novembre. Les échanges sont inscrits au plan de 2015.", "--11-25")]
    [InlineData("Titre\n\nIls l'ont reçu mardi 25 novembre. Le pacte a été conclu en 2022.", "2025-11-25")]
    [InlineData("Titre\n\nIl a reçu jeudi X. Ce même 7 octobre, il a vu Y. Le pacte a été conclu en 2019.", "2021-10-07")]
    [InlineData("Titre\n\nIl l'a reçu vendredi 26 octobre. Ils ont établi en 2013 un partenariat.", "2018-10-26")]
    [InlineData("Titre\n\nIl l'a reçu vendredi 26 octobre. Ils ont parlé du plan de 2013.", "--10-26")]
    [InlineData("Titre\n\nIl est du 20 au 21 novembre à Vinh, où il a vu mercredi X. Le pacte a été signé en mars 2024.", "2024-11-20")]
    [InlineData("Titre\n\nIl est du 20 au 21 novembre à Vinh, où il a vu mercredi X. Le pacte a été signé en mars 2011.", "--11-20")]
    [InlineData("Titre\n\nIl est arrivé dimanche à Vinh, pour une visite du 2 au 4 octobre.", "--10-02")]
    [InlineData("Titre\n\nIl l'a reçu dimanche à Vinh. Il ira à Rome du 2 au 4 octobre.", "")]
    [InlineData("Titre\n\nIl l'a reçu mercredi 4 octobre. Il a soutenu la candidature au Conseil pour le mandat 2020-2021.", "--10-04")]
    public void Knows_of_no_year_to_come(string seed, string day) =>
        Assert.Equal(day, DateReader.Read(ArticleTextReader.Read("a", "a.txt", seed), new DateOnly(2026, 3, 1)).Reported.Date.ToString());

    /// <summary>A seed without a header, and the day of what its lead reports.</summary>
    [Theory]
    [InlineData("Titre\n\nUne délégation a visité le port de Vinh du 24 au 26 mars.", "--03-24")]
    [InlineData("Titre\n\nLe navire fait escale à Vinh depuis ce mercredi 2 novembre. L'accord date de 2021.", "--11-02")]
    [InlineData("Titre\n\nLes liens sont bons. C'est ce qu'il a dit lors de sa visite, les 27 et 28 mars.", "--03-27")]
    [InlineData("Titre\n\nIl ira du 15 au 17 mai en Hongrie, puis du 18 au 20 mai au Danemark. Cela a été annoncé le 9 mai.", "--05-09")]
    [InlineData("Titre\n\nSa visite, qui durera jusqu'au 10 juin prochain, est amicale.", "")]
    [InlineData("Titre\n\nIl l'a reçu lundi 20 mai. Le pacte a été conclu en 2013.", "--05-20")]
    [InlineData("Titre\n\nJakarta, 14 mars (VNA) – Il l'a reçu le 12 mars 2021. Le pacte date du 3 mai 2011.", "2021-03-12")]
    [InlineData("Titre\n\nIl a reçu jeudi l'élu du scrutin organisé le 19 mai.", "")]
    [InlineData("Titre\n\nIl pleuvait sur Vinh, ce 24 juin 2025. Le plan 2025-2027 est exécuté.", "2025-06-24")]
    [InlineData("Titre\n\nIl participera à la foire du 23 au 27 octobre.", "")]
    [InlineData("Titre\n\nX, qui avait pris ses fonctions le 3 janvier dernier, a été reçu mardi 14 avril 2025.", "2025-04-14")]
    [InlineData("Titre\n\nX, qui a visité lundi une usine, a été reçu mardi 26 février.", "--02-26")]
    [InlineData("Titre\n\nEn visite à Vinh depuis lundi, il a vu mardi 26 février X. Le plan de 2008 est signé.", "--02-26")]
    [InlineData("Titre\n\nIls ont fêté l'anniversaire de la victoire du 7 mai.", "")]
    [InlineData("Titre\n\nLe pays formera trente officiers en 2019, a annoncé l'ambassadrice en remettant, le 30 novembre, des diplômes.", "--11-30")]
    [InlineData("Titre\n\nIl s'est rendu le 25 décembre 2015 à Vientiane pour signer le plan pour 2016.", "2015-12-25")]
    [InlineData("Titre\n\nIl l'a reçu le 8 juin 2022. Ils ont une vision jusqu'en 2030.", "2022-06-08")]
    [InlineData("Titre\n\nLe pacte du 3 mars 2011 a été complété en 2015.", "")]
    [InlineData("Titre\n\nLes liens sont bons. Ils sont anciens. Ils sont utiles. Une visite a eu lieu le 3 mars.", "")]
    [InlineData("Titre\n\nÀ la veille de la visite du président à Vinh, du 25 au 29 août 2018, il a salué les liens.", "")]
    [InlineData("Titre\n\nÀ l'approche du sommet, il a reçu X le 3 juin 2018.", "2018-06-03")]
    public void Knows_the_day_that_the_lead_reports(string seed, string day) =>
        Assert.Equal(day, DateReader.Read(ArticleTextReader.Read("a", "a.txt", seed)).Reported.Date.ToString());

    /// <summary>A seed, and when an event that names no day was.</summary>
    [Theory]
    [InlineData(" date 2016-04-04 Titre\n\nIl a visité Vinh du 26 au 30 mars 2016. Il a eu un entretien avec son homologue.", "2016-03")]
    [InlineData(" date 2016-04-04 Titre\n\nIl a visité Vinh le 3 avril. Il a eu un entretien avec son homologue.", "2016-04-04")]
    [InlineData(" date 2016-04-04 Titre\n\nIl visite Vinh du 2 au 6 avril. Il a eu un entretien avec son homologue.", "2016-04-04")]
    public void Presumes_the_day_of_the_article_unless_the_lead_looks_back(string seed, string day) =>
        Assert.Equal(day, DateReader.Read(ArticleTextReader.Read("a", "a.txt", seed)).Presumed.Date.ToString());

    [Theory]
    [InlineData(" date 2023-12-19 Titre\n\nIl l'a reçu mardi 18 décembre.", "2023-12-18 is a Monday, the text says Tuesday.")]
    [InlineData(" date 2021-05 Titre\n\nHanoï, 30 avril (VNA) – Il l'a reçu.", "The header says 2021-05, the dateline --04-30.")]
    [InlineData(" date 2023-09 Titre\n\nEn visite du 19 au 21 septembre, il a été accueilli le 20 décembre.", "The text says --12-20, outside the stay that it tells; read as --09-20.")]
    public void A_contradiction_is_a_warning(string seed, string message) =>
        Assert.Equal([message], DateReader.Read(ArticleTextReader.Read("a", "a.txt", seed)).Warnings.Select(w => w.Message));

    [Fact]
    public void No_text_throws_and_spans_lie_within_their_sentence() => Texts.HostileText.Any.Sample(seed =>
    {
        var article = ArticleTextReader.Read("a", "a.txt", seed);
        foreach (var mention in DateReader.Read(article).Mentions)
        {
            Assert.True(article.Sentences[mention.SentenceIndex].Span.Contains(mention.Expression.Span));
            Assert.True(mention.Resolved.From is null || mention.Resolved.From <= mention.Resolved.To);
        }
    });
}
